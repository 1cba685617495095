import Foundation
import Testing

/// Two exports into one directory take turns: each would else take away what the other wrote, and what is left
/// would look altered to whoever checks it.
@Suite struct TwoExportsTests {
  @Test func bothAreWholeAndTheLastOneVerifies() throws {
    let office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
    for _ in 0..<3 {
      try? FileManager.default.removeItem(atPath: office.home.path + "/out")
      let words = ["log", "export", "out", "--vault", office.vault] + office.by("kim")
      let export = "\(Program.safekeep.path) \(words.joined(separator: " ")) >/dev/null 2>&1"
      let both = try Program(path: "/bin/sh").run(
        ["-c", "\(export) & one=$!; \(export); two=$?; wait $one; echo $? $two"], home: office.home)
      #expect(both.output == "0 0\n")
      let origin = try String(
        contentsOfFile: office.home.path + "/out/checkpoint", encoding: .utf8
      ).prefix { $0 != "\n" }
      let folder = (Program.safekeep.path as NSString).deletingLastPathComponent
      let checked = try Program(path: folder + "/safekeep-verify").run(
        ["out", "--origin", String(origin)], home: office.home)
      #expect(checked.status == 0, "\(checked.output)")
    }
  }
}
