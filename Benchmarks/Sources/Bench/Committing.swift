import Casework
import Foundation
import Vault

/// B2: one durable, logged read and one durable write, by 1, 2, 4 and 8 processes at once, against one raw commit of one
/// row with the same pragmas on the same disk.
///
/// Each process unlocks before the clock runs, then all begin at once: starting and stretching a passphrase are not in
/// the times. A process waits for the others' lock in ours as in theirs.
struct Committing {
  /// About as long as an entry with its frontier and head note.
  static let rowLength = 1_200
  static let commits = 20

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

  /// Runs some processes at once; the time for one act, from the first beginning to the last end. A median over single
  /// acts would tell nothing: SQLite lets the process that has just written write again, and the others wait long.
  private func together(_ words: [String], _ count: Int) throws -> Double {
    let gate = Gate(folder: folder + "/gate")
    try gate.shut()
    let places = (0..<count).map { String($0) }
    let children = try places.map { place in
      try Program(
        path: program, arguments: words + [String(Self.commits), gate.folder, place]
      ).start()
    }
    try gate.open(whenReady: places)
    for child in children { try Program.wait(for: child, of: program) }
    return try gate.seconds(of: places) / Double(count * Self.commits)
  }

  // MARK: What a child of this run does

  static func run(_ words: [String]) throws {
    guard words.count >= 5, let count = Int(words[words.count - 3]) else { throw BenchError.usage }
    let gate = Gate(folder: words[words.count - 2])
    let place = words[words.count - 1]
    if words[0] == "commit-rows" {
      let database = try BareDatabase(path: words[1])
      return try gate.pass(place, count) { try database.commitRow(length: rowLength) }
    }
    try Office(folder: words[1]).act("social") { vault, session in
      let id = try vault.caseID(ofCode: words[2])
      guard let name = try RuleBook.standard()["person.full_name"] else { throw BenchError.usage }
      let change = RecordChange(
        .sole, entity: name.entity, fields: [name.id: .text("Bùi Thị Mai Thanh")])
      try gate.pass(place, count) {
        if words[0] == "commit-read" {
          _ = try vault.read([name.id], of: id, for: .careManagement, as: session)
        } else {
          _ = try vault.write([change], to: id, as: session)
        }
      }
    }
  }
}
