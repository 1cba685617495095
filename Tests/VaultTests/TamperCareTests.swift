import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The tables of who cares and of keys, changed by hand: they are caches, and nobody gets a key by them.
@Suite struct TamperCareTests {
  private typealias Table = TestTable
  private static let columns = "file,member,role,relation,since,ended"

  /// Whoever the row was to let in is refused, with an entry; nothing is wrapped to them.
  private func expectRefused(
    _ desk: Desk, _ handle: String, of id: CaseID,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.altered(entry: size), sourceLocation: place) {
      try desk.read(handle, [Table.name], of: id)
    }
    #expect(throws: VaultError.self, sourceLocation: place) {
      try desk.write("lead", Table.name, "Trần", to: id)
    }
    let last = try desk.entries()[size]
    #expect(last.out == .failed && last.why == .tampered, sourceLocation: place)
    #expect(try desk.verify().findings.map(\.code) == ["case.care"], sourceLocation: place)
  }

  @Test func anAssignmentOfAnotherCaseCopied() throws {
    let desk = try Desk()
    let (from, to) = (try desk.key(of: desk.shared), try desk.key(of: desk.fresh))
    try desk.tamper(
      sql: """
        INSERT INTO assignment(\(Self.columns)) SELECT ?,member,role,relation,since,ended \
        FROM assignment WHERE file=? AND member=?
        """, [to, from, try desk.memberKey("social")])
    try expectRefused(desk, "social", of: desk.fresh)
    // Nor does the list show the case's operations row.
    try desk.act("social") { vault, session in
      var rows: [CaseID: [FieldID: FieldValue]?] = [:]
      _ = try vault.list(as: session) { id, row in rows.updateValue(row, forKey: id) }
      #expect(rows[desk.fresh] == .some(nil))
      #expect(rows[desk.shared] != .some(nil))
    }
  }

  @Test(arguments: [
    "member=(SELECT max(key) FROM member)", "role=1", "relation=3", "since=3",
    "since=99999",
  ])
  func anAssignmentWidened(_ change: String) throws {
    let desk = try Desk()
    let social = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET \(change) WHERE member=?", [social])
    try expectRefused(desk, "social", of: desk.shared)
  }

  /// The opener of a minor's case may not become the opener of another kind, nor a social worker.
  @Test(arguments: ["relation=1", "role=2", "role=2,relation=4"])
  func anOpenerWidened(_ change: String) throws {
    let desk = try Desk()
    let id = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL", isMinor: true), as: session).id
    }
    let file = try desk.key(of: id)
    try desk.tamper(sql: "UPDATE assignment SET \(change) WHERE file=?", [file])
    try expectRefused(desk, "intake", of: id)
  }

  /// An entry that somebody wrote with a changed program: a social worker assigns a colleague.
  @Test func anAssignmentByWhoMayNotAssign() throws {
    let desk = try Desk()
    let rec = try #require(try desk.entries().last { $0.act == Act.assignAdd }?.rec)
    let file = try desk.key(of: desk.shared)
    try desk.act("social") { vault, session in
      let second = try vault.member(named: "second")
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        let seq = try context.append(Act.assignAdd) { entry in
          entry.rec = rec
          entry.subj = context.directory.actor(of: second)
          entry.grole = Role.socialWorker.rawValue
          entry.role = Role.lead.rawValue
        }
        guard let row = try context.tx.member(second) else { throw .noSuchMember }
        try context.tx.insert(
          Transaction.AssignmentRow(
            file: file, member: row.key, role: .socialWorker, relation: .assigned, since: seq))
        return .allowed(())
      }
    }
    try expectRefused(desk, "second", of: desk.shared)
  }

  /// The gate cannot see an end without the whole log; verification does, and until then the leaver has
  /// no keys.
  @Test func anEndTakenBack() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("social", from: desk.shared, as: session)
    }
    #expect(try desk.verify().findings == [])
    let social = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET ended=NULL WHERE member=?", [social])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  @Test func aDueMarkTakenOff() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE class_key SET due=0 WHERE due=1")
    #expect(try desk.verify().findings.map(\.code) == ["case.keys"])
  }

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
    #expect(throws: VaultError.noSuchCase) {
      try desk.read("lead", [Table.name], of: desk.shared)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.missing"])
  }
}
