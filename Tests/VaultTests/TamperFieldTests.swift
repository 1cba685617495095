import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Sealed fields and records moved, replayed, put back or dropped in the closed file: nothing altered is
/// shown, and the failure is an entry.
@Suite struct TamperFieldTests {
  private typealias Table = TestTable

  /// A read must be refused as altered, with an entry that says so and names the look.
  private func expectAltered(
    _ desk: Desk, _ handle: String = "lead", _ fields: Set<FieldID> = [Table.name], of id: CaseID,
    named code: String? = "case.altered", _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.altered(entry: size + 1), sourceLocation: place) {
      try desk.read(handle, fields, of: id)
    }
    let entries = try desk.entries()
    let last = try #require(entries.last, sourceLocation: place)
    #expect(last.out == .failed && last.why == .tampered, sourceLocation: place)
    #expect(last.ref == size, sourceLocation: place)
    #expect(last.rec == entries[size].rec, sourceLocation: place)
    guard let code else { return }
    #expect(try desk.verify().findings.map(\.code) == [code], sourceLocation: place)
  }

  private func swap(_ desk: Desk, _ one: (Int, FieldID), _ other: (Int, FieldID)) throws {
    try desk.tamper { db in
      func blob(_ place: (Int, FieldID)) throws -> Data {
        try #require(
          try Data.fetchOne(
            db, sql: "SELECT blob FROM field WHERE record=? AND id=?",
            arguments: [place.0, Int(place.1.rawValue)]))
      }
      let (first, second) = (try blob(one), try blob(other))
      for (place, bytes) in [(one, second), (other, first)] {
        try db.execute(
          sql: "UPDATE field SET blob=? WHERE record=? AND id=?",
          arguments: [bytes, place.0, Int(place.1.rawValue)])
      }
    }
  }

  @Test func columnsSwapped() throws {
    let desk = try Desk()
    let row = try desk.record(Table.identity, of: desk.shared)
    try swap(desk, (row, Table.name), (row, Table.phone))
    try expectAltered(desk, of: desk.shared)
  }

  @Test func casesSwapped() throws {
    let desk = try Desk()
    let rows = try [desk.shared, desk.fresh].map { try desk.record(Table.identity, of: $0) }
    try swap(desk, (rows[0], Table.name), (rows[1], Table.name))
    try expectAltered(desk, of: desk.shared, named: nil)
    try expectAltered(desk, of: desk.fresh, named: nil)
    #expect(try desk.verify().findings.map(\.code) == ["case.altered", "case.altered"])
  }

  @Test func classesSwapped() throws {
    let desk = try Desk()
    let identity = try desk.record(Table.identity, of: desk.shared)
    let statement = try desk.record(Table.statement, of: desk.shared)
    try swap(desk, (identity, Table.name), (statement, Table.story))
    try expectAltered(desk, "social", [Table.story], of: desk.shared)
  }

  /// The seal alone, with the manifest out of the way: every part of the place is in the AAD.
  @Test func aMovedFieldDoesNotOpenEvenWithoutTheManifest() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      let keyring = session.keyring
      let context = (session.member, session.memberKey)
      try vault.store.look { tx throws(VaultError) in
        let act = ActContext(
          vault: vault, tx: tx, asker: vault.asker(context.0, context.1), keyring: keyring,
          sid: "")
        guard let file = try tx.file(desk.shared), let other = try tx.file(desk.fresh),
          let record = try tx.records(of: file.key).first(where: {
            $0.entity == Table.identity
          }), let rule = vault.fields[Table.name]
        else { throw .noSuchCase }
        let keys = try CaseKeys(
          file, for: act.principals(), keyring: keyring, custody: vault.custody, tx)
        let field = try tx.fields(of: record.key)[0]
        func opens(
          _ file: Transaction.File, _ id: RecordID, _ field: Transaction.FieldRow,
          _ rule: FieldRule
        ) -> Bool {
          let opener = FieldOpener(
            vault: vault.id, file: file, record: id, keys: keys, keyring: keyring, tx: tx)
          return (try? opener.open(field, rule, keyClass: rule.fieldClass.rawValue)) != nil
        }
        func changed(_ change: (inout Transaction.FieldRow) -> Void) -> Transaction.FieldRow {
          var copy = field
          change(&copy)
          return copy
        }
        #expect(opens(file, record.id, field, rule))
        #expect(!opens(other, record.id, field, rule))
        #expect(!opens(file, RecordID(.makeRandom()), field, rule))
        #expect(!opens(file, record.id, changed { $0.version = 2 }, rule))
        #expect(!opens(file, record.id, changed { $0.writer = 1 }, rule))
        #expect(!opens(file, record.id, changed { $0.blob[40] ^= 1 }, rule))
        for (id, entity, fieldClass) in [
          (Table.phone, rule.entity, rule.fieldClass), (rule.id, 9, rule.fieldClass),
          (rule.id, rule.entity, FieldClass.support),
        ] {
          let moved = FieldRule(
            id: id, entity: entity, fieldClass: fieldClass, read: rule.read, write: rule.write)
          #expect(!opens(file, record.id, field, moved))
        }
      }
    }
  }

  @Test func anOldVersionReplayedAsNew() throws {
    let desk = try Desk()
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    let row = try desk.record(Table.identity, of: desk.shared)
    try desk.tamper(
      sql: """
        UPDATE field SET blob=(SELECT blob FROM field WHERE record=?1 AND id=201 AND version=1) \
        WHERE record=?1 AND id=201 AND version=2
        """, [row])
    try expectAltered(desk, of: desk.shared)
  }

  @Test func theNewestVersionDropped() throws {
    let desk = try Desk()
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    try desk.tamper(sql: "DELETE FROM field WHERE id=201 AND version=2")
    try expectAltered(desk, of: desk.shared)
    // Nor does the next writer vouch for what is left.
    let size = try desk.entries().count
    #expect(throws: VaultError.altered(entry: size)) {
      try desk.write("social", Table.phone, "+8490", to: desk.shared)
    }
  }

  @Test func aRecordDeleted() throws {
    let desk = try Desk()
    let row = try desk.record(Table.protection, of: desk.shared)
    try desk.tamper(sql: "DELETE FROM record WHERE key=?", [row])
    try expectAltered(desk, of: desk.shared)
  }

  /// A withdrawal made to vanish: the record as it stood before it was written again.
  @Test func aRecordPutBack() throws {
    let desk = try Desk()
    let row = try desk.record(Table.identity, of: desk.shared)
    let before = try desk.tamper { db in
      try #require(try Row.fetchOne(db, sql: "SELECT * FROM record WHERE key=?", arguments: [row]))
    }
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    let old: StatementArguments = [
      before["version"] as Int, before["writer"] as Int, before["hash"] as Data, row,
    ]
    try desk.tamper(sql: "UPDATE record SET version=?,writer=?,hash=? WHERE key=?", old)
    try desk.tamper(sql: "DELETE FROM field WHERE record=? AND version=2", [row])
    try expectAltered(desk, of: desk.shared)
  }

  @Test func aWriterExchanged() throws {
    let desk = try Desk()
    let other = try desk.memberKey("second")
    try desk.tamper(
      sql: "UPDATE field SET writer=? WHERE record=?",
      [other, try desk.record(Table.identity, of: desk.shared)])
    try expectAltered(desk, of: desk.shared, named: nil)
    try desk.tamper(sql: "UPDATE field SET writer=9999", [])
    try expectAltered(desk, of: desk.shared, named: nil)
  }

  @Test func operationsRowsSwapped() throws {
    let desk = try Desk()
    try desk.tamper { db in
      let rows = try Row.fetchAll(db, sql: "SELECT key,operations FROM file ORDER BY key")
      for (mine, others) in [(0, 1), (1, 0)] {
        try db.execute(
          sql: "UPDATE file SET operations=? WHERE key=?",
          arguments: [rows[others]["operations"] as Data, rows[mine]["key"] as Int])
      }
    }
    try expectAltered(desk, "lead", [Table.status], of: desk.shared, named: nil)
    try desk.act("lead") { vault, session in
      var rows: [[FieldID: FieldValue]?] = []
      _ = try vault.list(as: session) { _, row in rows.append(row) }
      #expect(rows == [nil, nil])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered", "case.altered"])
  }

  /// Somebody with both files can seal what they like under a key of their own making; it is not what
  /// the entry states.
  @Test func aFieldSealedUnderAForgedKey() throws {
    let desk = try Desk()
    let row = try desk.record(Table.identity, of: desk.shared)
    try desk.tamper { db in
      var blob = try #require(
        try Data.fetchOne(
          db, sql: "SELECT blob FROM field WHERE record=? AND id=201", arguments: [row]))
      blob[blob.count - 1] ^= 1
      try db.execute(
        sql: "UPDATE field SET blob=? WHERE record=? AND id=201", arguments: [blob, row])
    }
    // The phone lies beside it and would open: the record as a whole is refused.
    try expectAltered(desk, "lead", [Table.phone], of: desk.shared)
  }
}
