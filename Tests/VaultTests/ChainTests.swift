import Testing

@testable import Vault

/// An act and all that goes with it: one transaction, an entry for each part, or nothing at all.
@Suite struct ChainTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let until = 86_400_000

  private func consent(to id: CaseID) throws -> Int {
    try desk.act("social") { vault, session in
      try vault.write(writing(.consentRecord), to: id, as: session).entry
    }
  }

  private func writing(_ act: CaseAct, _ text: String = "từ đây") -> CaseWriting {
    CaseWriting(
      act,
      records: [
        RecordChange(.sole, entity: TestTable.reception, fields: [TestTable.channel: .text(text)])
      ])
  }

  /// Gives the police the name, on an entry.
  private func give(by entry: Int?) throws -> Receipt {
    try desk.act("social") { vault, session in
      let member = try vault.member(named: "police")
      let read = try vault.readToGive(
        [TestTable.name], of: desk.shared, to: member, for: .careManagement, as: session)
      var gift = CaseGift(
        to: member, until: desk.clock.now() + Self.until, copies: read.records)
      gift.by = entry
      var release = writing(.record)
      release.since = read.version
      release.giving = gift
      return try vault.write(release, to: desk.shared, as: session)
    }
  }

  private func policeRead() throws -> Bool {
    try desk.act("police") { vault, session in
      try vault.mayRead([TestTable.name], of: desk.shared, for: .legal, as: session)
        .isEmpty == false
    }
  }

  private func channel() throws -> FieldValue? {
    try desk.act("lead") { vault, session in
      try vault.read([TestTable.channel], of: desk.shared, for: nil, as: session).records.first?
        .fields[TestTable.channel]
    }
  }

  @Test func nothingIsGivenOnWhatIsNoConsentOfTheCase() throws {
    let elsewhere = try desk.act("intake") { vault, session in
      try vault.write(writing(.consentRecord), to: desk.fresh, as: session).entry
    }
    let noConsent = try desk.act("social") { vault, session in
      try vault.write(writing(.record), to: desk.shared, as: session).entry
    }
    for entry in [elsewhere, noConsent, 0, 1_000_000] {
      #expect(throws: VaultError.self, "\(entry)") { _ = try give(by: entry) }
      #expect(try !policeRead())
    }
    let consent = try consent(to: desk.shared)
    _ = try give(by: consent)
    #expect(try policeRead())
  }

  @Test func whatRestsOnAnEntryEndsWithIt() throws {
    let (first, second) = (try consent(to: desk.shared), try consent(to: desk.shared))
    _ = try give(by: first)
    func end(_ entry: Int) throws {
      try desk.act("social") { vault, session in
        var withdrawal = writing(.consentWithdraw)
        withdrawal.ending = .resting(on: [entry])
        _ = try vault.write(withdrawal, to: desk.shared, as: session)
      }
    }
    try end(second)
    #expect(try policeRead())
    try end(first)
    #expect(try !policeRead())
    let verdict = try desk.act("auditor") { vault, session in try vault.verifyLog(as: session) }
    #expect(verdict.findings.isEmpty)
  }

  /// A part that may not be written refuses the whole.
  @Test func allOfItOrNothing() throws {
    let before = try channel()
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        var first = writing(.record, "khác")
        first.following = [
          CaseWriting(
            .record,
            records: [
              RecordChange(
                .sole, entity: TestTable.health, fields: [TestTable.injuries: .text("x")])
            ]),
          CaseWriting(.record, operations: [TestTable.facts: .text("x")]),
        ]
        _ = try vault.write(first, to: desk.shared, as: session)
      }
    }
    #expect(try channel() == before)
  }

  /// Police with an open request deposit; without one they stand in no relation to the case.
  @Test func policeDepositWhileTheyHoldSomething() throws {
    func deposit() throws {
      try desk.act("police") { vault, session in
        _ = try vault.write(
          [
            RecordChange(
              .new, entity: TestTable.statement, fields: [TestTable.story: .text("kể")])
          ], to: desk.shared, as: session)
      }
    }
    #expect(throws: VaultError.self) { try deposit() }
    _ = try give(by: consent(to: desk.shared))
    // The field's own letters narrow what the class allows.
    #expect(throws: VaultError.self) { try deposit() }
    func standings() throws -> [CaseStanding] {
      try desk.act("police") { vault, session in
        try vault.standings(to: desk.shared, as: session)
      }
    }
    #expect(try standings() == [CaseStanding(role: .police, relation: .assigned)])
    desk.clock.move(by: Self.until)
    #expect(try standings().isEmpty)
  }
}
