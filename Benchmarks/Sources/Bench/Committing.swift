import Foundation

/// B2: one durable, logged read and one durable write, by 1, 2, 4 and 8 processes at once, against one raw commit.
///
/// The floor is measured here. Ours needs an unlocked session inside this process, so that stretching a passphrase is
/// not timed; it takes the vault's own interface and comes with it.
struct Committing {
  /// About as long as an entry with its frontier and head note.
  static let rowLength = 1_200
  static let commits = 40

  let program: String
  let folder: String

  func rows() throws -> [Row] {
    try [1, 2, 4, 8].map { processes in
      let path = "\(folder)/floor-\(processes).sqlite"
      _ = try BareDatabase(path: path)
      let each = Program(path: program, arguments: ["commit-rows", path, String(Self.commits)])
      let samples = try Sample.byTurns(rounds: 5, [{ try Self.together(each, processes) }])
      return Row(
        id: "B2", work: "durable logged read, \(processes) process(es)", ours: nil,
        against: "raw SQLite commit", theirs: samples[0].median / Double(processes * Self.commits),
        goal: "<= 1.3 x", isReached: nil)
    }
  }

  /// What a child of this run does: nothing but commits.
  static func commitRows(path: String, count: Int) throws {
    let database = try BareDatabase(path: path)
    for _ in 0..<count { try database.commitRow(length: rowLength) }
  }

  private static func together(_ program: Program, _ count: Int) throws {
    let children = try (0..<count).map { _ in try program.start() }
    for child in children { try Program.wait(for: child, of: program.path) }
  }
}
