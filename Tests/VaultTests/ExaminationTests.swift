import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What `log verify` sees of what lies beside the log: each table changed by hand in the closed files.
@Suite struct ExaminationTests {
  private typealias Table = TestTable

  struct Change: Sendable, CustomTestStringConvertible {
    var sql: String
    var code: String
    var isInCustody = false
    var testDescription: String { sql }
  }

  static let changes: [Change] = [
    .init(sql: "UPDATE file SET man=zeroblob(32) WHERE key=2", code: "case.row"),
    .init(sql: "UPDATE file SET prev=man WHERE key=2", code: "case.row"),
    .init(sql: "UPDATE file SET seq=seq-1 WHERE key=2", code: "case.row"),
    .init(sql: "UPDATE file SET version=version+1 WHERE key=2", code: "case.row"),
    .init(sql: "UPDATE file SET revision=revision+1 WHERE key=2", code: "case.row"),
    .init(sql: "UPDATE file SET writer=1 WHERE key=2", code: "case.row"),
    .init(
      sql: "UPDATE record SET hash=zeroblob(32) WHERE key=(SELECT max(key) FROM record)",
      code: "case.row"),
    .init(
      sql: "UPDATE record SET entity=entity+1 WHERE key=(SELECT max(key) FROM record)",
      code: "case.altered"),
    .init(
      sql: "UPDATE record SET entity=32769 WHERE key=(SELECT max(key) FROM record)",
      code: "case.altered"),
    .init(
      sql: """
        UPDATE pack SET outer=CAST(substr(outer,1,60)||x'0000000000000000'||substr(outer,69) AS BLOB) \
        WHERE file=2 AND principal=(SELECT min(principal) FROM pack WHERE file=2)
        """, code: "case.pack"),
    .init(
      sql: """
        UPDATE pack SET outer=(SELECT outer FROM pack p \
        WHERE p.file=1 AND p.principal=pack.principal) WHERE file=2 AND principal IN \
        (SELECT principal FROM pack WHERE file=1)
        """, code: "case.pack"),
    .init(
      sql: """
        DELETE FROM pack WHERE file=2 AND principal=(SELECT min(principal) FROM pack WHERE file=2)
        """, code: "case.pack"),
    .init(sql: "DELETE FROM pack WHERE file=2", code: "case.pack"),
    .init(sql: "UPDATE batch SET sealed=x'00'", code: "case.batch"),
    .init(sql: "DELETE FROM batch", code: "case.batch"),
    .init(sql: "DELETE FROM class_key WHERE file=2", code: "case.keys"),
    .init(sql: "DELETE FROM class_key WHERE file=2 AND class=3", code: "case.keys"),
    .init(sql: "UPDATE class_key SET seq=seq+1 WHERE file=2 AND class=3", code: "case.keys"),
    .init(sql: "UPDATE class_key SET due=1-due WHERE file=2 AND class=3", code: "case.keys"),
    .init(
      sql: "INSERT INTO class_key(file,class,version,seq,due) VALUES(2,3,2,9,0)",
      code: "case.keys"),
    .init(sql: "DELETE FROM grant_list WHERE file=2", code: "case.grants"),
    .init(sql: "UPDATE grant_list SET list=x'' WHERE file=2", code: "case.grants"),
    .init(
      sql: "INSERT INTO grant_list(file,seq,list) VALUES(2,1,x'')", code: "case.grants"),
    .init(sql: "DELETE FROM grant_list WHERE file=0", code: "office.grants"),
    .init(
      sql: "DELETE FROM office_pack WHERE class=16641 AND principal=(SELECT max(principal) "
        + "FROM office_pack WHERE class=16641)", code: "office.pack"),
    .init(
      sql:
        "UPDATE office_pack SET outer=CAST(substr(outer,1,60)||x'0000000000000000'||substr(outer,69) AS BLOB) "
        + "WHERE class=16641", code: "office.pack"),
    .init(sql: "UPDATE member SET bundle=x'00' WHERE key=3", code: "member.row"),
    .init(sql: "DELETE FROM slot WHERE member=3", code: "member.row"),
    .init(sql: "UPDATE slot SET slot=x'01' WHERE member=3", code: "member.row"),
    .init(
      sql:
        "UPDATE member SET staff=CAST(substr(staff,1,90)||x'0000000000000000'||substr(staff,99) AS BLOB) WHERE key=3",
      code: "staff.handle"),
    .init(sql: "UPDATE member SET staff=NULL WHERE key=1", code: "staff.handle"),
    .init(
      sql: "UPDATE member SET staff=(SELECT staff FROM member WHERE key=4) WHERE key=3",
      code: "staff.handle"),
    .init(
      sql: "UPDATE kk SET key=zeroblob(32) WHERE file=2", code: "case.key", isInCustody: true),
    .init(
      sql: "UPDATE rec SET key=zeroblob(32) WHERE file=2", code: "case.key", isInCustody: true),
    .init(sql: "DELETE FROM rec WHERE file=2", code: "case.key", isInCustody: true),
  ]

  @Test(arguments: changes) func isNamed(_ change: Change) throws {
    let desk = try Desk()
    try desk.tamper(change.isInCustody ? desk.custody : desk.records) { db in
      try db.execute(sql: change.sql)
      #expect(db.changesCount > 0)
    }
    let findings = try desk.verify().findings
    #expect(findings.contains { $0.code == change.code }, "\(findings)")
    // Each with a place to look at.
    for finding in findings {
      if case .file(let pseudonym, let entry) = finding.subject {
        #expect(!pseudonym.isEmpty && entry != nil)
      }
    }
  }

  /// A bit of a file that the log does not bind is no reason for an alarm, and none is raised.
  @Test func nothingIsFoundInASoundVault() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("health", from: desk.shared, as: session)
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: 1_900_000_000_000,
        for: .careManagement,
        as: session)
    }
    try desk.write("social", Table.name, "Trần", to: desk.shared)
    try desk.act("social") { vault, session in
      _ = try vault.write(
        [], operations: [Table.status: .text("open")], to: desk.shared, as: session)
    }
    #expect(try desk.verify().findings == [])
  }

  /// The same with the case's last entry, and nothing said of the other case.
  @Test func theRightCaseIsNamed() throws {
    let desk = try Desk()
    try desk.write("social", Table.name, "Trần", to: desk.shared)
    let last = try #require(try desk.entries().last { $0.man != nil })
    try desk.tamper(sql: "UPDATE file SET man=zeroblob(32) WHERE key=2")
    let subject = LogFinding.Subject.file(
      pseudonym: try #require(last.rec).hex, entry: last.seq)
    #expect(
      try desk.verify().findings == [LogFinding(subject: subject, code: "case.row")])
  }

  // MARK: What cannot be written to any more

  /// Nobody can be unlocked: the files alone are read.
  private func expectExamined(
    _ desk: Desk, _ code: String, at entry: Int?, _ error: VaultError?,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.entries().count
    if let error {
      #expect(throws: error, sourceLocation: place) { try desk.verify() }
    }
    #expect(try desk.entries().count == size, sourceLocation: place)
    let verdict = try Vault.examine(desk.path)
    let finding = try #require(verdict.findings.first, sourceLocation: place)
    #expect(finding.code == code, sourceLocation: place)
    if let entry { #expect(finding.subject == .entry(entry), sourceLocation: place) }
    #expect(verdict.size == size && verdict.cases == 2, sourceLocation: place)
  }

  @Test func aSoundVaultIsFoundSoundWithoutUnlocking() throws {
    let desk = try Desk()
    #expect(try Vault.examine(desk.path).findings == [])
  }

  @Test func theFieldTable() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE field_rule SET readers=2047 WHERE id=301")
    try expectExamined(desk, "schema.fields", at: 2, .schemaAltered)
  }

  @Test func theFieldTableUnreadable() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE field_rule SET class=99 WHERE id=301")
    try expectExamined(desk, "schema.fields", at: 2, .damagedRow)
  }

  @Test func theRuleBook() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE rule_file SET bytes=x'62'")
    try expectExamined(desk, "schema.rules", at: 3, nil)
  }

  @Test func aTriggerDropped() throws {
    let desk = try Desk()
    try desk.tamper { db in try db.execute(sql: "DROP TRIGGER audit_leaf_same") }
    try expectExamined(desk, "schema.tables", at: nil, .schemaAltered)
  }

  @Test func aTablePlantedInCustody() throws {
    let desk = try Desk()
    try desk.tamper(desk.custody) { db in try db.execute(sql: "CREATE TABLE more(a)") }
    try expectExamined(desk, "schema.tables", at: nil, .schemaAltered)
  }

  /// A table that is gone: what is known is said all the same.
  @Test func aTableDropped() throws {
    let desk = try Desk()
    try desk.tamper { db in try db.execute(sql: "DROP TABLE file") }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["schema.tables"])
  }

  @Test(arguments: ["code_key", "who_salt"]) func aConstantOfCustody(_ column: String) throws {
    let desk = try Desk()
    try flip(column, desk)
    try expectExamined(desk, "custody.constants", at: 1, .custodyAltered(entry: 1))
    #expect(throws: VaultError.custodyAltered(entry: 1)) { try desk.vault("social") }
  }

  /// A head signed with another key would be on disk for good.
  @Test func theLogKey() throws {
    let desk = try Desk()
    try flip("log_seed", desk)
    #expect(throws: VaultError.custodyAltered(entry: 1)) {
      try desk.read("social", [Table.name], of: desk.shared)
    }
    try expectExamined(desk, "custody.logKey", at: 1, .custodyAltered(entry: 1))
  }

  @Test func theRootKey() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE vault SET root=zeroblob(32)")
    try expectExamined(desk, "vault.root", at: 0, .logBroken(at: 0))
  }

  private func flip(_ column: String, _ desk: Desk) throws {
    try desk.tamper(desk.custody) { db in
      var bytes = try #require(try Data.fetchOne(db, sql: "SELECT \(column) FROM custody"))
      bytes[0] ^= 1
      try db.execute(sql: "UPDATE custody SET \(column)=?", arguments: [bytes])
    }
  }
}
