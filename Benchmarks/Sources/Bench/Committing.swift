import Casework
import Foundation
import Vault

/// B2: one durable, logged read and one durable write, by 1, 2, 4 and 8 processes at once, against one raw commit of one
/// row with the same pragmas on the same disk.
///
/// Each process unlocks before the clock runs: starting and stretching a passphrase are not in the times. Everyone waits
/// for the others' lock, in ours as in theirs.
struct Committing {
  /// About as long as an entry with its frontier and head note.
  static let rowLength = 1_200
  /// Acts of one process in one round.
  static let commits = 20
  /// Acts of one turn, and turns, where one process does all three.
  static let turn = 10
  static let rounds = 40

  let program: String
  let folder: String
  let office: Office

  private var database: String { "\(folder)/floor.sqlite" }

  func rows() throws -> [Row] {
    try alone() + [2, 4, 8].flatMap { try rows(processes: $0) }
  }

  /// One process does all three by turns of a few acts: a disk's syncs take ten times as long from one second to the
  /// next, and falls on each alike. A turn of one act would not be fair: what an act leaves to be written, the next sync
  /// writes, whoever asks for it.
  private func alone() throws -> [Row] {
    let raw = try BareDatabase(path: database)
    return try office.act("social") { vault, session in
      let change = try Office.name()
      let fields = Set(change.fields.keys)
      var samples = [Sample(), Sample(), Sample()]
      for _ in 0..<Self.rounds {
        // A case that is always written to grows, and its check with it.
        let id = try vault.caseID(ofCode: Office.openCase(in: vault, session))
        try samples[0].time {
          for _ in 0..<Self.turn { try raw.commitRow(length: Self.rowLength) }
        }
        try samples[1].time {
          for _ in 0..<Self.turn {
            _ = try vault.read(fields, of: id, for: .careManagement, as: session)
          }
        }
        try samples[2].time {
          for _ in 0..<Self.turn { _ = try vault.write([change], to: id, as: session) }
        }
      }
      return rows(processes: 1, samples.map { $0.median / Double(Self.turn) })
    }
  }

  private func rows(processes: Int) throws -> [Row] {
    _ = try BareDatabase(path: database)
    var samples = [Sample(), Sample(), Sample()]
    // The first round warms caches.
    for round in 0...7 {
      let code = try office.openCase()
      let works = [
        ["commit-rows", database], ["commit-read", office.folder, code],
        ["commit-write", office.folder, code],
      ]
      for (index, words) in works.enumerated() {
        let seconds = try together(words, processes)
        if round > 0 { samples[index].add(seconds) }
      }
    }
    return rows(processes: processes, samples.map(\.median))
  }

  private func rows(processes: Int, _ times: [Double]) -> [Row] {
    zip(["read", "write"], times.dropFirst()).map { verb, ours in
      Row(
        id: "B2", work: "durable logged \(verb), \(processes) process(es)", ours: ours,
        against: "raw SQLite commit", theirs: times[0], goal: "<= 1.3 x",
        isReached: ours <= 1.3 * times[0])
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
      let change = try Office.name()
      let fields = Set(change.fields.keys)
      try gate.pass(place, count) {
        if words[0] == "commit-read" {
          _ = try vault.read(fields, of: id, for: .careManagement, as: session)
        } else {
          _ = try vault.write([change], to: id, as: session)
        }
      }
    }
  }
}
