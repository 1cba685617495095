import Casework
import Foundation
import Vault

/// B2: one durable, logged read and one durable write, by 1, 2, 4 and 8 processes at once, against one raw commit of one
/// row with the same pragmas on the same disk.
///
/// Each process times its own acts in a session that it unlocked before, and leaves the times in a file: starting and
/// stretching a passphrase are not in them. A process waits for the others' lock in ours as in theirs.
struct Committing {
  /// About as long as an entry with its frontier and head note.
  static let rowLength = 1_200
  static let commits = 40

  let program: String
  let folder: String
  let office: Office

  func rows() throws -> [Row] {
    let code = try office.openCase()
    return try [1, 2, 4, 8].flatMap { try rows(processes: $0, code: code) }
  }

  private func rows(processes: Int, code: String) throws -> [Row] {
    let database = "\(folder)/floor.sqlite"
    _ = try BareDatabase(path: database)
    var samples: [String: Sample] = [:]
    for round in 0...5 {
      for (verb, words) in [
        ("floor", ["commit-rows", database]), ("read", ["commit-read", office.folder, code]),
        ("write", ["commit-write", office.folder, code]),
      ] {
        let seconds = try together(words, processes)
        // The first round warms caches.
        if round > 0 { samples[verb, default: Sample()].add(seconds) }
      }
    }
    let floor = samples["floor"]?.median ?? .nan
    return ["read", "write"].map { verb in
      let ours = samples[verb]?.median ?? .nan
      return Row(
        id: "B2", work: "durable logged \(verb), \(processes) process(es)", ours: ours,
        against: "raw SQLite commit", theirs: floor, goal: "<= 1.3 x",
        isReached: ours <= 1.3 * floor)
    }
  }

  /// Runs some processes at once; the median of their times for one act.
  private func together(_ words: [String], _ count: Int) throws -> Double {
    let results = (0..<count).map { "\(folder)/times-\($0)" }
    let children = try results.map { result in
      try Program(path: program, arguments: words + [String(Self.commits), result]).start()
    }
    for child in children { try Program.wait(for: child, of: program) }
    var all = Sample()
    for result in results {
      let text = try String(contentsOfFile: result, encoding: .utf8)
      text.split(separator: "\n").compactMap { Double($0) }.forEach { all.add($0) }
    }
    return all.median
  }

  // MARK: What a child of this run does

  static func run(_ verb: String, path: String, code: String, count: Int, result: String) throws {
    switch verb {
    case "commit-rows":
      let database = try BareDatabase(path: path)
      try keep(result, count) { try database.commitRow(length: rowLength) }
    default:
      try Office(folder: path).act("social") { vault, session in
        let id = try vault.caseID(ofCode: code)
        let book = try RuleBook.standard()
        guard let name = book["person.full_name"] else { throw BenchError.usage }
        try keep(result, count) {
          if verb == "commit-read" {
            _ = try vault.read([name.id], of: id, for: .careManagement, as: session)
          } else {
            let change = RecordChange(
              .sole, entity: name.entity, fields: [name.id: .text("Bùi Thị Mai Thanh")])
            _ = try vault.write([change], to: id, as: session)
          }
        }
      }
    }
  }

  private static func keep(_ result: String, _ count: Int, _ act: () throws -> Void) throws {
    var sample = Sample()
    for _ in 0..<count { try sample.time(act) }
    let lines = sample.seconds.map { String($0) }.joined(separator: "\n")
    try lines.write(toFile: result, atomically: false, encoding: .utf8)
  }
}
