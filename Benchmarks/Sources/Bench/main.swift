import BareSodium
import Casework
import Foundation
import Vault

// bench PROGRAMS BARE SELF RESULT.json      the whole run; Scripts/bench calls it
// bench commit-rows DATABASE COUNT          a child of the run

let words = Array(CommandLine.arguments.dropFirst())
guard sodium_init() >= 0 else { throw BenchError.sealing }

if words.count == 3, words[0] == "commit-rows", let count = Int(words[2]) {
  try Committing.commitRows(path: words[1], count: count)
} else if words.count == 3, words[0] == "try-import" {
  let folder = words[1]
  let pattern =
    FileManager.default.fileExists(atPath: folder)
    ? Office(folder: folder) : try Office.make(in: folder)
  let office = try pattern.copy(to: folder + "-copy")
  let register = Register(path: words[2])
  try office.act("social") { vault, session in
    let casework = try Casework(vault, now: Office.clock)
    var sample = Sample()
    try sample.time {
      let done = try casework.importRegister(register.source, as: session)
      print(done.count)
    }
    print("seconds", sample.median)
  }
} else if words.count == 4 {
  // Beside the result, not in a temporary folder: that is often memory, and a sync to memory costs nothing.
  let folder = URL(filePath: words[3]).deletingLastPathComponent()
    .appending(path: "bench-\(ProcessInfo.processInfo.processIdentifier)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let rows =
    try Sealed().rows() + Committing(program: words[2], folder: folder.path).rows()
    + Importing(folder: folder.path).rows() + Starting(programs: words[0], bare: words[1]).rows()
  let report = Report(machine: .current(), rows: rows)
  try report.json().write(to: URL(filePath: words[3]))
  print(report.table)
} else {
  throw BenchError.usage
}
