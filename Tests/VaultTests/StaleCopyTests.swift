import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// Copies that a writer was kept from finding: they must not be shown as what is recorded now.
@Suite struct StaleCopyTests {
  private typealias Table = TestTable

  /// Two excerpts of one case, so that there is another one to move a record into.
  private func shared() throws -> Desk {
    let desk = try Desk()
    for (field, handle) in [(Table.phone, "legal"), (Table.name, "police")] {
      try desk.act("social") { vault, session in
        _ = try vault.share(
          [field], of: desk.shared, with: handle, until: desk.clock.now() + 86_400_000,
          for: .careManagement, as: session)
      }
    }
    return desk
  }

  private func expectAltered(
    _ desk: Desk, _ place: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    #expect(sourceLocation: place) {
      try body()
    } throws: { error in
      if case .altered = error as? VaultError { true } else { false }
    }
    #expect(try desk.entries().last?.why == .tampered, sourceLocation: place)
  }

  /// The number of an excerpt stands in no hash, but the name of the record is made with it.
  @Test(arguments: [32_769, 32_771, 33_268, 65_535]) func aCopyInAnotherExcerpt(
    _ number: Int
  ) throws {
    let desk = try shared()
    let row = try desk.record(32_770, of: desk.shared)
    try desk.tamper(sql: "UPDATE record SET entity=? WHERE key=?", [number, row])
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
    // To whom it was given it is not as if it had never been.
    try expectAltered(desk) { try desk.read("police", [Table.name], of: desk.shared) }
    // Whoever writes would leave the copy behind: nobody writes.
    try expectAltered(desk) {
      try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    }
    try expectAltered(desk) { try desk.read("social", [Table.name], of: desk.shared) }
    try desk.tamper(sql: "UPDATE record SET entity=32770 WHERE key=?", [row])
    #expect(try desk.verify().findings == [])
  }

  /// The excerpt was hidden while the field was written, and put back.
  @Test(arguments: [
    ("UPDATE excerpt SET ended=1 WHERE class=32770", "UPDATE excerpt SET ended=NULL"),
    (
      "UPDATE excerpt SET until=until-86400000 WHERE class=32770",
      "UPDATE excerpt SET until=until+86400000 WHERE class=32770"
    ),
  ]) func aCopyThatWasLeftBehind(_ hide: String, _ show: String) throws {
    let desk = try shared()
    try desk.tamper(sql: hide)
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    try desk.tamper(sql: show)
    try expectAltered(desk) { try desk.read("police", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.excerpt"])
    // Nothing is wrong with the other's.
    #expect(try desk.read("legal", [Table.phone], of: desk.shared).count == 1)
  }

  /// After its day nothing is copied, and that is no reason for an alarm.
  @Test func aCopyThatRanOut() throws {
    let desk = try shared()
    desk.clock.move(by: 2 * 86_400_000)
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    #expect(try desk.verify().findings == [])
  }

  /// The version of a copy is that of what it copies, at the giving and whenever it is written again.
  @Test func theVersionIsThatOfTheSource() throws {
    let desk = try Desk()
    try desk.write("social", Table.name, "Hai", to: desk.shared)
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: .careManagement, as: session)
    }
    try desk.write("social", Table.name, "Ba", to: desk.shared)
    let versions = try desk.inspect { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT f.version FROM field f JOIN record r ON r.key=f.record \
          WHERE r.entity=32769 AND f.id=201 ORDER BY f.version
          """)
    }
    #expect(versions == [2, 3])
    #expect(try desk.read("police", [Table.name], of: desk.shared) == [Table.name: .text("Ba")])
    #expect(try desk.verify().findings == [])
  }

  /// What was read is copied only while it is still the newest.
  @Test func writtenBetweenTheLookAndTheGiving() throws {
    let desk = try Desk()
    try desk.act("social") { vault, session in
      let seen = try vault.read([Table.name], of: desk.shared, for: .careManagement, as: session)
      let police = try vault.member(named: "police")
      let change = RecordChange(
        .sole, entity: Table.identity, fields: [Table.name: .text("Mới")])
      _ = try vault.write([change], to: desk.shared, as: session)
      #expect(throws: VaultError.changedMeanwhile) {
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Int> in
          .allowed(
            try CaseWriter(context, desk.shared).give(
              seen.records, to: police, until: desk.clock.now() + 1_000, role: .socialWorker))
        }
      }
    }
  }
}
