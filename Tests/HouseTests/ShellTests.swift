import Foundation
import Testing

@Suite("Scripts")
struct ShellTests {
  @Test("a script stops at the first thing that fails")
  func stops() {
    let bad = [HouseFile(path: "Scripts/bad", text: "#!/usr/bin/env bash\ncd nowhere\n")]
    #expect(Shell.careless(bad).count == 1)
    #expect(Shell.careless(House.files) == [])
  }

  @Test("a script can be started")
  func starts() {
    let bad = [HouseFile(path: "Scripts/bad", text: "#!/usr/bin/env bash\n")]
    #expect(Shell.notRunnable(bad) { _ in false } == ["Scripts/bad"])
    #expect(
      Shell.notRunnable(House.files) {
        FileManager.default.isExecutableFile(atPath: House.root.path + "/" + $0)
      } == [])
  }
}
