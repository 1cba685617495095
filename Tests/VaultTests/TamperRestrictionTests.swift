import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Restrictions undone by other hands: each is noticed at the next look or write, nothing is sealed for who
/// is excluded, and `log verify` names it.
@Suite struct TamperRestrictionTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Nobody reads or writes the field, each try with an entry that says what is wrong, and nothing of it
  /// lies under the key of the whole class.
  private func expectNoticed(
    _ codes: [String], _ place: SourceLocation = #_sourceLocation
  ) throws {
    for handle in ["lead", "social"] {
      #expect(throws: VaultError.self, "\(handle)", sourceLocation: place) {
        try desk.read(handle, [Table.phone], of: desk.shared)
      }
      let read = try #require(try desk.entries().last, sourceLocation: place)
      // Who is excluded is refused before anything is opened, where the restriction still stands.
      let isKept = handle == "lead" && read.why == .restricted
      #expect(
        isKept || read.out == .failed && read.why == .tampered, "\(handle)", sourceLocation: place)
      #expect(throws: VaultError.self, "\(handle)", sourceLocation: place) {
        try desk.write(handle, Table.phone, "+84000", to: desk.shared)
      }
      let write = try #require(try desk.entries().last, sourceLocation: place)
      #expect(write.out == .failed && write.why == .tampered, "\(handle)", sourceLocation: place)
    }
    let found = try desk.verify().findings.map(\.code)
    #expect(found == codes, sourceLocation: place)
  }

  @Test(arguments: [
    "DELETE FROM restricted", "UPDATE restricted SET lifted=since",
    "UPDATE restricted SET lifted=(SELECT max(idx) FROM audit_leaf)",
    "UPDATE restricted SET role=2", "UPDATE restricted SET role=0",
    "UPDATE restricted SET field=201",
    "UPDATE restricted SET since=since-1", "UPDATE restricted SET sealed=NULL",
    "UPDATE restricted SET sealed=3", "UPDATE restricted SET sealed=99999",
    "UPDATE restricted SET record=zeroblob(16)",
    "INSERT INTO restricted SELECT file,since-1,zeroblob(16),field,2,sealed,lifted FROM restricted",
  ])
  func theRow(_ change: String) throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.tamper(sql: change)
    try expectNoticed(["case.restriction"])
  }

  /// Ended, and begun again by hand.
  @Test func anEndTakenBack() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    try desk.lift(set.record)
    try desk.tamper(sql: "UPDATE restricted SET lifted=NULL")
    try expectNoticed(["case.restriction"])
  }

  /// The restriction that took its place is put back to where the first one had the field.
  @Test func anEarlierKeyMadeToCount() throws {
    let first = try desk.restrict(Table.phone, from: .lead)
    try desk.restrict(Table.phone, from: .police)
    try desk.tamper(sql: "UPDATE restricted SET sealed=?", [first.entry])
    try expectNoticed(["case.restriction"])
  }

  @Test(arguments: [
    "DELETE FROM record WHERE entity=32",
    "DELETE FROM field WHERE record IN (SELECT key FROM record WHERE entity=32)",
    "UPDATE record SET entity=31 WHERE entity=32",
  ])
  func theRecord(_ change: String) throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.tamper(sql: change)
    try expectNoticed(["case.altered"])
  }

  /// Row and record together: the manifest counts the record.
  @Test func theRowAndTheRecord() throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.tamper(sql: "DELETE FROM restricted")
    try desk.tamper(sql: "DELETE FROM record WHERE entity=32")
    try expectNoticed(["case.altered"])
  }

  /// The fields of the record as they are when a restriction is lifted, put in by hand.
  @Test func aRecordMadeToSayThatItWasLifted() throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.tamper(
      sql: """
        INSERT INTO field SELECT record,id,2,writer,blob FROM field WHERE id=3104
        """)
    try desk.tamper(sql: "UPDATE restricted SET lifted=since")
    try expectNoticed(["case.altered"])
  }

  /// The blob of before, which opens under the key of the class, in the place of the restricted one.
  @Test func theOldBlobPutBack() throws {
    let record = try desk.record(Table.identity, of: desk.shared)
    let old = try desk.inspect { db in
      try Data.fetchOne(
        db, sql: "SELECT blob FROM field WHERE record=? AND id=202", arguments: [record])
    }
    try desk.restrict(Table.phone, from: .lead)
    try desk.tamper(sql: "UPDATE field SET blob=? WHERE record=? AND id=202", [old, record])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.phone], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  /// The same with the hash of the record of before, and everything else of the case as well: it is under
  /// an outer key that is no more.
  @Test func theWholeCasePutBack() throws {
    let copy = desk.folder + "/before.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    try desk.restrict(Table.phone, from: .lead)
    let file = try desk.key(of: desk.shared)
    let queue = try DatabaseQueue(path: desk.records)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS old", arguments: [copy])
      for (table, column) in [
        ("file", "key"), ("pack", "file"), ("class_key", "file"), ("grant_list", "file"),
        ("restricted", "file"), ("record", "file"),
      ] {
        try db.execute(sql: "DELETE FROM \(table) WHERE \(column)=\(file)")
        try db.execute(
          sql: "INSERT INTO \(table) SELECT * FROM old.\(table) WHERE \(column)=\(file)")
      }
      try db.execute(
        sql: """
          DELETE FROM field WHERE record NOT IN (SELECT key FROM record); \
          INSERT OR REPLACE INTO field SELECT * FROM old.field WHERE record IN \
          (SELECT key FROM record WHERE file=\(file))
          """)
    }
    try queue.close()
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.phone], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.older"])
  }

  // MARK: Entries that a changed program wrote

  /// Somebody who is excluded lifts it, in an entry and a row of their own making.
  @Test func aLiftByWhoMayNot() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    try forge(as: "lead", Act.restrictionLift) { entry in
      entry.item = try? desk.entries()[set.entry].item
      entry.ref = set.entry
      entry.role = Role.lead.rawValue
    }
    #expect(throws: VaultError.self) { try desk.read("social", [Table.phone], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.restriction"])
  }

  /// An entry that says that the field lies under the key of the class.
  @Test func aFieldSaidToLieWhereItDoesNot() throws {
    try desk.restrict(Table.phone, from: .lead)
    let seq = try forge(as: "lead", Act.fieldReseal) { $0.class = 2 }
    try desk.tamper(sql: "UPDATE restricted SET sealed=?,lifted=NULL", [seq])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.phone], of: desk.shared) }
    #expect(throws: VaultError.self) {
      try desk.write("social", Table.phone, "+84000", to: desk.shared)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.restriction"])
  }

  /// A wrap of the restricted key for an excluded role, granted by somebody who holds it: the log shows it.
  @Test func theKeyGivenToWhoIsExcluded() throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.act("social") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        guard let file = try context.tx.file(desk.shared),
          let lead = context.directory.epochs.first(where: { $0.role == .lead })
        else { throw .noSuchCase }
        context.keyring.beginCase()
        let keys = try CaseKeys(
          file, for: context.principals(), keyring: context.keyring, custody: context.custody,
          context.tx)
        let key = GrantMaker.NewKey(
          keyClass: 0x102, version: 1, handle: try keys.key(0x102, version: 1, context.tx))
        var grants = GrantMaker.Grants()
        try GrantMaker(vault: vault.id).wrap(
          key, in: context.keyring.atHand, of: file.id, to: lead.principal, box: lead.box,
          into: &grants, context.tx)
        try RestrictionSettler(context: context).state(grants, file)
        return .allowed(())
      }
    }
    // The first wall stands.
    try desk.expectKept("lead", Table.phone)
    #expect(try desk.verify().findings.map(\.code) == ["case.restriction"])
  }

  @discardableResult
  private func forge(
    as handle: String, _ act: String, _ fill: @escaping (inout Entry) -> Void
  ) throws -> Int {
    try desk.act(handle) { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(desk.shared) else { throw .noSuchCase }
        let rec = try context.pseudonym(file)
        let seq = try context.append(act) { entry in
          entry.rec = rec
          entry.fields = ["f202"]
          fill(&entry)
        }
        for row in try context.tx.restrictions(of: file.key) {
          try context.tx.liftRestriction(row, at: seq)
        }
        return .allowed(seq)
      }
    }
  }
}
