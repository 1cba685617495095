import Foundation
import GRDB
import Testing

@testable import Vault

/// A vault of before goes on in the present format, or stays as it was.
@Suite struct MigrationTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.tamper { db in
      try db.execute(sql: "DROP TABLE rule_proposal")
      for table in [
        "audit_cosig", "audit_anchor", "audit_asked", "restricted", "segment", "draft", "evidence",
        "evidence_part",
      ] {
        try db.execute(sql: "DROP TABLE \(table)")
      }
      for statement in Schema.unusedOutside { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA user_version=1")
    }
  }

  private func format() throws -> Int? {
    try desk.inspect { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
  }

  @Test func aVaultOfFormatOneIsBroughtOn() throws {
    #expect(try format() == 1)
    let before = try desk.entries().count
    #expect(try desk.verify().findings == [])
    #expect(try format() == Vault.newestFormat)
    #expect(try desk.entries().count > before)
    try desk.act("auditor") { vault, session in
      _ = try vault.cosignRequest(old: nil, as: session)
    }
    // A second opening finds nothing to do.
    #expect(try desk.verify().findings == [])
  }

  /// Of the formats between, what is not there yet is added and nothing else.
  @Test func aVaultOfFormatTwoIsBroughtOn() throws {
    let desk = try Desk()
    try desk.tamper { db in
      try db.execute(
        sql: """
          DROP TABLE rule_proposal; DROP TABLE restricted; DROP TABLE segment; \
          DROP TABLE draft; \
          DROP TABLE evidence; DROP TABLE evidence_part; \
          PRAGMA user_version=2
          """)
    }
    #expect(try Vault.examine(desk.path).findings == [])
    try desk.restrict(TestTable.phone, from: .lead)
    #expect(try desk.verify().findings == [])
    let format = try desk.inspect { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    #expect(format == Vault.newestFormat)
    try desk.act("lead") { vault, session in
      let files = [RuleFile(name: "codes.csv", bytes: [0x62])]
      _ = try vault.proposeRules(files, fields: TestTable.table(), as: session)
    }
  }

  /// A vault of before has cases that nobody finds, and says so.
  @Test func aVaultOfFormatThreeIsBroughtOn() throws {
    let desk = try Desk()
    try desk.tamper { db in
      try db.execute(
        sql: """
          DROP TABLE segment; DROP TABLE draft; DROP TABLE evidence; DROP TABLE evidence_part; \
          PRAGMA user_version=3
          """)
    }
    #expect(try Vault.examine(desk.path).findings == [])
    let status = try desk.act("lead") { vault, session in try vault.status(as: session) }
    #expect(status.unindexed == 2)
    #expect(try Vault.checkup(at: desk.path).ailments == [.unindexed(cases: 2)])
    #expect(try desk.faults().map(\.faults) == [[.absent], [.absent]])
    try desk.reindex([desk.fresh: "Vo Thi Bon", desk.shared: "Le Thi Moi"])
    #expect(try desk.faults() == [])
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    #expect(try desk.verify().findings == [])
  }

  /// A form that was left before its end was lost, and no file was kept; from now on it is not, and some are.
  @Test func aVaultOfFormatFourIsBroughtOn() throws {
    let desk = try Desk()
    try desk.tamper { db in
      try db.execute(
        sql: """
          DROP TABLE draft; DROP TABLE evidence; DROP TABLE evidence_part; PRAGMA user_version=4
          """)
    }
    #expect(try Vault.examine(desk.path).findings == [])
    #expect(try desk.drafts("social") == [])
    try desk.keep("social", [TestTable.story: .text("bắt đầu")])
    #expect(try desk.drafts("social").count == 1)
    let record = try desk.attach(.pattern(70_000))
    #expect(try desk.content(of: record) == .pattern(70_000))
    #expect(try desk.verify().findings == [])
  }

  @Test(arguments: ["DROP TABLE audit_asked", "CREATE TABLE rule_proposal(a)"])
  func whatFormatTwoNeverWasIsRefused(_ sql: String) throws {
    let desk = try Desk()
    try desk.tamper { db in
      try db.execute(
        sql: """
          DROP TABLE rule_proposal; DROP TABLE restricted; DROP TABLE segment; \
          DROP TABLE draft; \
          DROP TABLE evidence; DROP TABLE evidence_part; \
          PRAGMA user_version=2
          """)
      try db.execute(sql: sql)
    }
    #expect(throws: VaultError.schemaAltered) { try desk.vault("lead") }
    let format = try desk.inspect { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    #expect(format == 2)
  }

  @Test func aTableOfALaterFormatIsRefusedInAnEarlierOne() throws {
    let desk = try Desk()
    try desk.tamper { db in try db.execute(sql: "PRAGMA user_version=2") }
    #expect(throws: VaultError.schemaAltered) { try desk.vault("lead") }
  }

  @Test func anExaminationLeavesItAsItIs() throws {
    #expect(try Vault.examine(desk.path).findings == [])
    #expect(try format() == 1)
  }

  @Test(arguments: [
    "INSERT INTO audit_cosig VALUES(1,'x')", "INSERT INTO audit_anchor VALUES(1,'x',x'00')",
    "CREATE TABLE more(a)", "DROP TRIGGER audit_leaf_stays",
  ])
  func whatFormatOneNeverWroteIsRefused(_ sql: String) throws {
    try desk.tamper { db in try db.execute(sql: sql) }
    #expect(throws: VaultError.schemaAltered) { try desk.vault("lead") }
    #expect(try format() == 1)
  }
}
