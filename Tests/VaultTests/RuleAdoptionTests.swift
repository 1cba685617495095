import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A rule book is adopted by two people, and by nothing else.
@Suite struct RuleAdoptionTests {
  private let desk: Desk
  private static let book = [
    RuleFile(name: "codes.csv", bytes: [0x62]), RuleFile(name: "fields.csv", bytes: [0x63]),
  ]
  private static let weather = FieldID(777)

  init() throws { desk = try Desk() }

  /// The table of the vault with a field more.
  private static func table() throws -> FieldTable {
    try FieldTable(
      TestTable.table().rules + [
        FieldRule(
          id: weather, entity: TestTable.reception, fieldClass: .support, read: TestTable.care,
          write: TestTable.care)
      ])
  }

  @discardableResult
  private func propose(
    _ files: [RuleFile] = book, _ table: FieldTable? = nil, by handle: String = "lead"
  ) throws -> ProposedBook {
    let table = try table ?? TestTable.table()
    return try desk.act(handle) { vault, session in
      try vault.proposeRules(files, fields: table, as: session)
    }
  }

  @discardableResult
  private func give(
    _ seq: Int, _ table: FieldTable? = nil, by handle: String = "deputy"
  ) throws -> Int {
    let table = try table ?? TestTable.table()
    return try desk.act(handle) { vault, session in
      try vault.giveRules(of: seq, fields: table, as: session).entry
    }
  }

  private func files(_ handle: String = "social") throws -> [RuleFile] {
    try desk.act(handle) { vault, _ in try vault.ruleFiles() }
  }

  private func acts(from seq: Int) throws -> [String] {
    try desk.entries()[seq...].map(\.act).filter { !$0.hasPrefix("session") }
  }

  // MARK: Two people

  @Test func oneAloneChangesNothing() throws {
    let before = try files()
    let asked = try propose(Self.book, Self.table()).entry
    #expect(try files() == before)
    let entries = try desk.entries()
    #expect(entries[asked].act == Act.rulesAdopt && entries[asked].role == "lead")
    #expect(entries[asked].sum == RuleFile.digest(Self.book))
    #expect(entries[asked + 1].act == Act.schemaSet && entries[asked + 1].ref == asked)
    #expect(try entries[asked + 1].sum == Self.table().digest)
    try desk.act("lead") { vault, session in
      let standing = try vault.ruleStanding(as: session)
      #expect(standing.adopted == 3 && standing.approved == nil && standing.waiting == asked)
      #expect(vault.fields[Self.weather] == nil)
    }
    #expect(try desk.verify().findings == [])
  }

  @Test(arguments: ["deputy", "admin"]) func anotherPersonMakesItCount(_ handle: String) throws {
    let asked = try propose(Self.book, Self.table()).entry
    let shown = try desk.act(handle) { vault, session in
      try vault.reviewRules(of: asked, as: session)
    }
    #expect(shown == Self.book)
    let given = try give(asked, Self.table(), by: handle)
    #expect(try desk.entries()[given].ref == asked)
    #expect(try files() == Self.book)
    try desk.act("social") { vault, session in
      let standing = try vault.ruleStanding(as: session)
      #expect(standing.adopted == asked && standing.approved == given)
      #expect(standing.waiting == nil)
      #expect(standing.digest == RuleFile.digest(Self.book).hex)
      #expect(vault.fields[Self.weather] != nil)
    }
    // The new field is one like any other, in cases that were there before.
    try desk.write("social", Self.weather, "mưa", to: desk.shared)
    #expect(
      try desk.read("social", [Self.weather], of: desk.shared)[Self.weather] == .text("mưa"))
    #expect(try desk.verify().findings == [])
  }

  @Test func whoIsAtWorkMeanwhileGoesOn() throws {
    let vault = try desk.vault("social")
    let session = try vault.unlock(
      "social", bundleKey: desk.bundleKey("social"), sid: "0123456789abcdef")
    try give(propose(Self.book, Self.table()).entry, Self.table())
    _ = try vault.status(as: session)
    #expect(vault.fields[Self.weather] != nil)
    #expect(try vault.ruleFiles() == Self.book)
  }

  @Test func nobodyGivesTheirOwn() throws {
    let asked = try propose().entry
    #expect(throws: VaultError.denied(.secondPerson, entry: try desk.entries().count)) {
      try give(asked, by: "lead")
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.approvalGive && last.why == .secondPerson && last.ref == asked)
    #expect(throws: VaultError.self) {
      try desk.act("lead") { vault, session in _ = try vault.reviewRules(of: asked, as: session) }
    }
    #expect(try desk.entries().last?.why == .secondPerson)
    #expect(try files() != Self.book)
  }

  @Test func nobodyElseProposesOrAnswers() throws {
    for handle in ["admin", "social", "auditor", "duty"] {
      #expect(throws: VaultError.self) { try propose(by: handle) }
      #expect(try desk.entries().last?.act == Act.rulesAdopt)
      #expect(try desk.entries().last?.why == .role)
    }
    let asked = try propose().entry
    for handle in ["social", "auditor", "trustee"] {
      #expect(throws: VaultError.self) { try give(asked, by: handle) }
      #expect(try desk.entries().last?.act == Act.approvalGive)
      #expect(throws: VaultError.self) {
        try desk.act(handle) { vault, session in _ = try vault.refuseRules(of: asked, as: session) }
      }
      #expect(try desk.entries().last?.act == Act.approvalRefuse)
      #expect(try desk.entries().last?.why == .role)
    }
  }

  @Test func anAnswerIsGivenOnce() throws {
    let first = try propose().entry
    let other = [RuleFile(name: "codes.csv", bytes: [0x64])]
    let second = try propose(other, by: "deputy")
    #expect(second.superseded == first)
    desk.expectNoted(.nothingAsked) { try give(first, by: "admin") }
    try give(second.entry, by: "lead")
    desk.expectNoted(.nothingAsked) { try give(second.entry, by: "lead") }
    #expect(try files() == other)
    desk.expectNoted(.nothingToDo) { _ = try propose(other) }
  }

  @Test(arguments: ["deputy", "admin", "lead"]) func aRefusalEndsIt(_ handle: String) throws {
    let before = try files()
    let asked = try propose().entry
    try desk.act(handle) { vault, session in
      let refused = try vault.refuseRules(of: asked, as: session).entry
      #expect(refused > asked)
    }
    #expect(try desk.entries().last?.act == Act.approvalRefuse)
    desk.expectNoted(.nothingAsked) { try give(asked, by: "admin") }
    #expect(try files() == before)
    let rows = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM rule_proposal")
    }
    #expect(rows == 0)
    #expect(try desk.verify().findings == [])
  }

  @Test func itIsListedWhileItWaits() throws {
    let asked = try propose().entry
    let (waiting, entry) = try desk.act("admin") { vault, session in
      try vault.waitingApprovals(as: session)
    }
    #expect(waiting.map(\.kind) == [.rules] && waiting.map(\.entry) == [asked])
    #expect(waiting.map(\.asker) == ["lead"])
    let listed = try desk.entries()[entry]
    #expect(listed.act == Act.list && listed.kind == "approval" && listed.n == 1)
    let answer = try desk.act("admin") { vault, session in
      try vault.asked(by: asked, answering: .approvalGive, as: session)
    }
    #expect(answer == .rules)
    for seq in [asked - 1, 99_999, -1] {
      desk.expectNoted(.nothingAsked) {
        _ = try desk.act("admin") { vault, session in
          try vault.asked(by: seq, answering: .approvalGive, as: session)
        }
      }
    }
  }

  // MARK: What may change

  @Test func whatIsSealedUnderAFieldStays() throws {
    var rules = try TestTable.table().rules
    for change in [
      { (rule: FieldRule) -> FieldRule? in nil },
      { rule in
        FieldRule(
          id: rule.id, entity: rule.entity, fieldClass: rule.fieldClass,
          read: rule.read.union(RoleSet([.police])), write: rule.write)
      },
    ] {
      let place = try #require(rules.firstIndex { $0.id == TestTable.phone })
      let kept = rules[place]
      rules.remove(at: place)
      if let other = change(kept) { rules.append(other) }
      #expect(throws: VaultError.fieldTable(TestTable.phone)) {
        try propose(Self.book, FieldTable(rules))
      }
      rules = try TestTable.table().rules
    }
    // The second person's program reads another table out of the same book.
    let asked = try propose(Self.book, Self.table()).entry
    #expect(throws: VaultError.proposalAltered(entry: asked)) { try give(asked) }
  }

  // MARK: Other hands

  /// Each row: what is done to the file, what a command says, what the verifier finds.
  @Test func whatWaitsIsTheOneThatWasProposed() throws {
    let asked = try propose().entry
    try desk.tamper(sql: "UPDATE rule_proposal SET bytes=x'00' WHERE name='codes.csv'")
    #expect(throws: VaultError.proposalAltered(entry: asked)) { try give(asked) }
    #expect(throws: VaultError.proposalAltered(entry: asked)) {
      try desk.act("deputy") { vault, session in _ = try vault.reviewRules(of: asked, as: session) }
    }
    let findings = try desk.verify().findings
    #expect(findings == [LogFinding(subject: .entry(asked), code: "schema.proposal")])
  }

  @Test func aProposalThatNobodyMadeIsFound() throws {
    try desk.tamper(sql: "INSERT INTO rule_proposal(seq,name,bytes) VALUES(9,'codes.csv',x'00')")
    #expect(try desk.verify().findings.map(\.code) == ["schema.proposal"])
  }

  /// Tables put in place by hand, as if the second person had given them.
  @Test func swappedTablesAreNoticed() throws {
    let asked = try propose(Self.book, Self.table()).entry
    try desk.tamper { db in
      try db.execute(sql: "DELETE FROM rule_file")
      try db.execute(
        sql: "INSERT INTO rule_file(name,bytes) SELECT name,bytes FROM rule_proposal")
    }
    #expect(throws: VaultError.schemaAltered) { try files() }
    #expect(try desk.verify().findings.map(\.code) == ["schema.rules"])
    try desk.tamper(
      sql: "INSERT INTO field_rule(id,entity,class,readers,writers) VALUES(777,2,1,7,7)")
    // Every command stops there.
    #expect(throws: VaultError.schemaAltered) {
      try desk.act("social") { vault, session in _ = try vault.status(as: session) }
    }
    #expect(throws: VaultError.schemaAltered) { try give(asked, Self.table()) }
  }

  /// The same table after it was adopted, and back to the one before.
  @Test func anOlderTableIsNoticed() throws {
    try give(propose(Self.book, Self.table()).entry, Self.table())
    try desk.tamper(sql: "DELETE FROM field_rule WHERE id=777")
    #expect(throws: VaultError.schemaAltered) {
      try desk.act("social") { vault, session in _ = try vault.status(as: session) }
    }
    let verdict = try Vault.examine(desk.path)
    let schema = try desk.entries().lastIndex { $0.act == Act.schemaSet }
    #expect(
      verdict.findings.contains(
        LogFinding(subject: .entry(try #require(schema)), code: "schema.fields")))
  }
}
