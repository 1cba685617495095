import BareSodium
import Foundation

// bench PROGRAMS BARE SELF RESULT.json GENERATOR    the whole run; Scripts/bench calls it
// bench commit-… FOLDER [CODE] COUNT RESULT          a child of the run

let words = Array(CommandLine.arguments.dropFirst())
guard sodium_init() >= 0 else { throw BenchError.sealing }

if let verb = words.first, verb.hasPrefix("commit-"), words.count >= 4,
  let count = Int(words[words.count - 2])
{
  try Committing.run(
    verb, path: words[1], code: words[2], count: count, result: words[words.count - 1])
} else if words.count == 5 {
  // Beside the result, not in a temporary folder: that is often memory, and a sync to memory costs nothing.
  let folder = URL(filePath: words[3]).deletingLastPathComponent()
    .appending(path: "bench-\(ProcessInfo.processInfo.processIdentifier)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let office = try Office.make(in: folder + "/office")
  let rows =
    try Sealed().rows()
    + Committing(program: words[2], folder: folder, office: office.copy(to: folder + "/commits"))
    .rows() + Importing(folder: folder, office: office, generator: words[4]).rows()
    + Starting(programs: words[0], bare: words[1]).rows()
  let report = Report(machine: .current(), rows: rows)
  try report.json().write(to: URL(filePath: words[3]))
  print(report.table)
} else {
  throw BenchError.usage
}
