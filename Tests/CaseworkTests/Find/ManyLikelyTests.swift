import Testing
import Vault

@testable import Casework

/// More rows that are likely to be somebody's than one answer holds: each is named, and each file told once.
@Suite struct ManyLikelyTests {
  private static let people = 25

  /// Everybody `times` over, one after the other.
  private static func register(_ times: Int) -> Casework.RegisterFile {
    let syllables = ["Bình", "Cường", "Dung", "Giang", "Hạnh"]
    let rows = (0..<people).flatMap { person in
      let name = "Chảo \(syllables[person % 5]) \(syllables[person / 5])"
      return Array(
        repeating: "2026-03-02T08:15+07:00,rescued,\(name),\(1960 + person)", count: times)
    }
    let lines = ["received_at,entry_path,full_name,birth_date"] + rows
    return Register.file(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  @Test func eachRowIsNamedAndEachFileToldOnce() throws {
    let office = try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker)])
    try office.act("social") { casework, session in
      _ = try casework.importRegister(Self.register(1), as: session)
      // Once: rows that are alike among themselves are told of each other.
      let found = try #require(
        try casework.importRegister(Self.register(1), isDry: true, as: session).likeness)
      #expect(found.count == Self.people && found.repeated == 0)
      let codes = found.rows.compactMap { row -> String? in
        if case .file(let person) = row.other { person.code } else { nil }
      }
      #expect(Set(codes).count == Self.people)
      let twice = try #require(
        try casework.importRegister(Self.register(2), isDry: true, as: session).likeness)
      #expect(twice.count == 2 * Self.people)
      #expect(!twice.rows.contains { $0.other == .untold })
      let linked = try casework.importRegister(
        Self.register(1), as: session, decide: { _ in .link })
      #expect(linked.linked == Self.people)
    }
  }
}
