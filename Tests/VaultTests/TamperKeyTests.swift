import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Key versions, grants, packs and whole cases, changed by hand.
@Suite struct TamperKeyTests {
  private typealias Table = TestTable

  // MARK: Key versions

  /// A version injected by somebody who may not read the class is a deposit: nobody seals under it.
  @Test func aVersionInjected() throws {
    let desk = try Desk()
    let before = try newest(desk, .clinical)
    try desk.write("social", Table.injuries, "gửi", to: desk.shared)
    let deposit = try newest(desk, .clinical)
    #expect(deposit == before + 1)
    try desk.write("health", Table.injuries, "lành", to: desk.shared)
    #expect(try newest(desk, .clinical) == deposit + 1)
    // One that counts is used again.
    try desk.write("health", Table.injuries, "khỏi", to: desk.shared)
    #expect(try newest(desk, .clinical) == deposit + 1)
    #expect(try desk.verify().findings == [])
  }

  /// The row says that the deposit was made in an honest reader's entry.
  @Test func aVersionClaimedForAnotherEntry() throws {
    let desk = try Desk()
    let honest = try desk.write("health", Table.injuries, "một", to: desk.shared)
    try desk.write("social", Table.injuries, "gửi", to: desk.shared)
    let version = try newest(desk, .clinical)
    let file = try desk.key(of: desk.shared)
    try desk.tamper(
      sql: "UPDATE class_key SET seq=? WHERE file=? AND class=4 AND version=?",
      [honest, file, Int(version)])
    try desk.write("health", Table.injuries, "hai", to: desk.shared)
    #expect(try newest(desk, .clinical) == version + 1)
  }

  @Test func aGrantListForged() throws {
    let desk = try Desk()
    let entry = try desk.write("health", Table.injuries, "một", to: desk.shared)
    let version = try newest(desk, .clinical)
    try desk.tamper { db in
      var list = try #require(
        try Data.fetchOne(db, sql: "SELECT list FROM grant_list WHERE seq=?", arguments: [entry]))
      list[list.count - 1] ^= 1
      try db.execute(
        sql: "UPDATE grant_list SET list=? WHERE seq=?", arguments: [list, entry])
    }
    try desk.write("health", Table.injuries, "hai", to: desk.shared)
    #expect(try newest(desk, .clinical) == version + 1)
  }

  private func newest(_ desk: Desk, _ fieldClass: FieldClass) throws -> UInt32 {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect { db in
      try #require(
        try UInt32.fetchOne(
          db, sql: "SELECT max(version) FROM class_key WHERE file=? AND class=?",
          arguments: [file, Int(fieldClass.rawValue)]))
    }
  }

  // MARK: Packs

  /// A pack is sealed to its case and principal.
  @Test func aPackGivenToAnother() throws {
    let desk = try Desk()
    let (shared, fresh) = (try desk.key(of: desk.shared), try desk.key(of: desk.fresh))
    let other = try principal(desk, "second")
    let social = try principal(desk, "social")
    try desk.tamper(
      sql: """
        INSERT INTO pack(file,principal,outer) SELECT file,?,outer FROM pack \
        WHERE file=? AND principal=?
        """, [other, shared, social])
    try desk.tamper(
      sql: """
        INSERT INTO pack(file,principal,outer) SELECT ?,principal,outer FROM pack \
        WHERE file=? AND principal=?
        """, [fresh, shared, social])
    for (handle, id) in [("second", desk.shared), ("social", desk.fresh)] {
      #expect(throws: VaultError.self) { try desk.read(handle, [Table.name], of: id) }
      let opens = try desk.act(handle) { vault, session in
        let keyring = session.keyring
        return try vault.store.look { tx throws(VaultError) in
          guard let file = try tx.file(id) else { throw .noSuchCase }
          return
            (try? CaseKeys(
              file, for: [keyring.principal], keyring: keyring, custody: vault.custody, tx)) != nil
        }
      }
      #expect(!opens)
    }
  }

  private func principal(_ desk: Desk, _ handle: String) throws -> Int {
    let member = try desk.memberKey(handle)
    return try desk.tamper { db in
      let id = try Data.fetchOne(
        db, sql: "SELECT id FROM member WHERE key=?", arguments: [member])
      try db.execute(
        sql: "INSERT OR IGNORE INTO principal(kind,id,epoch) VALUES(1,?,0)", arguments: [id])
      return try #require(
        try Int.fetchOne(
          db, sql: "SELECT key FROM principal WHERE kind=1 AND id=?", arguments: [id]))
    }
  }

  // MARK: The whole case

  private static let tables = [
    "file WHERE key=?1", "record WHERE file=?1",
    "field WHERE record IN (SELECT key FROM record WHERE file=?1)", "pack WHERE file=?1",
    "class_key WHERE file=?1", "grant_list WHERE file=?1", "assignment WHERE file=?1",
  ]

  /// An older state of one case fits its own older entry; verification names it.
  @Test func aWholeOlderStatePutBack() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.write("social", Table.phone, "+84 1", to: desk.shared)
    let old = try desk.inspect { db in
      try Self.tables.map { try Row.fetchAll(db, sql: "SELECT * FROM \($0)", arguments: [file]) }
    }
    try desk.write("social", Table.phone, "+84 2", to: desk.shared)
    try desk.tamper { db in
      for table in [2, 0, 1, 3, 4, 5, 6].map({ Self.tables[$0] }) {
        try db.execute(sql: "DELETE FROM \(table)", arguments: [file])
      }
      for (table, rows) in zip(Self.tables, old) {
        let name = table.prefix { $0 != " " }
        for row in rows {
          let marks = row.map { _ in "?" }.joined(separator: ",")
          try db.execute(
            sql: "INSERT INTO \(name) VALUES(\(marks))",
            arguments: StatementArguments(row.map(\.1)))
        }
      }
    }
    let finding = try #require(try desk.verify().findings.first)
    #expect(finding.code == "case.older")
    #expect(try desk.verify().findings.count == 1)
  }

  @Test func aWholeCaseDropped() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(sql: "DELETE FROM file WHERE key=?", [file])
    let size = try desk.entries().count
    #expect(throws: VaultError.caseNotFound(entry: size)) {
      try desk.read("lead", [Table.name], of: desk.shared)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.missing"])
  }
}
