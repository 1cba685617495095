import BareSodium
import Foundation

// bench PROGRAMS EXAMPLE BARE SELF RESULT.json GENERATOR PEERS SCRIPTS [MEASURES]   the whole run; Scripts/bench calls it
// bench make-log FOLDER COUNT                          writes a log and its exports, once
// bench commit-… PATH [CODE] COUNT GATE PLACE          a child of the run

let words = Array(CommandLine.arguments.dropFirst())
guard sodium_init() >= 0 else { throw BenchError.sealing }

if let verb = words.first, verb.hasPrefix("commit-") {
  try Committing.run(words)
} else if words.count == 3, words[0] == "make-log", let count = Int(words[2]) {
  try LogMaker.make(count, in: words[1])
} else if words.count == 8 || words.count == 9 {
  // Beside the result, not in a temporary folder: that is often memory, and a sync to memory costs nothing.
  let folder = URL(filePath: words[4]).deletingLastPathComponent()
    .appending(path: "bench-\(ProcessInfo.processInfo.processIdentifier)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  var made: Office?
  func office() throws -> Office {
    if let made { return made }
    let office = try Office.make(in: folder + "/office")
    made = office
    return office
  }
  let peers = Peers(folder: words[6], scripts: words[7])
  let wanted = words.count == 9 ? words[8] : "B6 B1 B2 B3 B4 B5 B7 B8 E"
  let measures: [(id: String, rows: () throws -> [Row])] = [
    // First, and before the office is made, whose passphrases take 64 MiB: Linux counts to a program's most memory what
    // the one that started it had held by then.
    (
      "B6",
      {
        try Verifying(
          program: words[0] + "/safekeep-verify", maker: words[3],
          folder: URL(filePath: words[4]).deletingLastPathComponent().path, peers: peers
        ).rows()
      }
    ),
    ("B1", { try Sealed(peers: peers).rows() }),
    (
      "B2",
      {
        let copy = try office().copy(to: folder + "/commits")
        return try Committing(program: words[3], folder: folder, office: copy).rows()
      }
    ),
    (
      "B3",
      {
        try Importing(folder: folder, office: office(), generator: words[5], peers: peers).rows()
      }
    ),
    (
      "B4",
      {
        try Showing(
          programs: words[0], example: words[1], folder: folder, generator: words[5]
        ).rows()
      }
    ),
    ("B5", { try Finding(folder: folder, office: office()).rows() }),
    ("E", { try Keeping(folder: folder, office: office()).rows() }),
    ("B7", { try Ending(folder: folder, office: office(), generator: words[5]).rows() }),
    ("B8", { try Starting(programs: words[0], bare: words[2]).rows() }),
  ]
  let rows = try measures.filter { wanted.contains($0.id) }.flatMap { try $0.rows() }
  let report = Report(machine: .current(), rows: rows)
  try report.json().write(to: URL(filePath: words[4]))
  try report.page.write(
    to: URL(filePath: words[4]).deletingPathExtension().appendingPathExtension("md"),
    atomically: true, encoding: .utf8)
  print(report.table)
} else {
  throw BenchError.usage
}
