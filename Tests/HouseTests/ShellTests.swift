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

  /// The file is read first: a script that knows no --help would begin its work.
  @Test("a script tells what it does, and does nothing else, when it is asked with --help")
  func tells() throws {
    let scripts = House.files.filter {
      $0.path.hasPrefix("Scripts/") && !$0.path.hasSuffix(".sh")
    }
    #expect(scripts.count >= 4)
    for script in scripts {
      guard script.lines.contains(#"tell_if_asked "$@""#) else {
        Issue.record("\(script.path) knows no --help")
        continue
      }
      let head = script.lines.dropFirst().prefix { $0.hasPrefix("#") }
        .map { $0.dropFirst($0.hasPrefix("# ") ? 2 : 1) + "\n" }.joined()
      #expect(try told(by: script.path) == head)
    }
  }

  private func told(by path: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = House.root.appending(path: path)
    process.arguments = ["--help"]
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }
}
