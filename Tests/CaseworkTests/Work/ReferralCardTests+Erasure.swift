import Testing

@testable import Casework
@testable import Vault

/// A file is erased while something of it lies at another office: nothing keeps it from that, and who asks and who gives
/// are told what nobody can do afterwards.
extension ReferralCardTests {
  private func asked(_ code: CaseCode) throws -> ErasureAsk {
    let reason = try #require(
      try RuleBook.standard().codeLists["erasure_reason"]?["authority_decision"])
    return try pair.here.act("social") { casework, session in
      try casework.askErasure(of: code, because: reason, as: session)
    }
  }

  /// What the second person is told before, and what the receipt says.
  private func given(
    _ asked: ErasureAsk
  ) throws -> (before: [ErasureLeaves], receipt: [ErasureLeaves]) {
    try pair.here.act("lead") { casework, session in
      let asks = try casework.approvals(as: session).asks.filter { $0.ask.entry == asked.entry }
      let before = try casework.leaves(asks, as: session)
      let search = ErasureSearch()
      var place = 0
      let done = try casework.erase(asks, searching: search, at: &place, as: session)
      try casework.vault.finish(search, as: session)
      return (before, done.map(\.leaves))
    }
  }

  @Test func anErasureTellsWhatIsOut() throws {
    let code = try pair.opened()
    let record = try draft(code)
    _ = try send(record, code)
    let asked = try asked(code)
    let expected = ErasureLeaves(isUntold: false, referrals: [record])
    #expect(asked.leaves == expected)
    let told = try given(asked)
    #expect(told.before == [expected] && told.receipt == [expected])
    #expect(try pair.areSound())
  }

  /// What was taken back by a signed word is out no more; one drafted never was.
  @Test func whatWasTakenBackIsOutNoMore() throws {
    let code = try pair.opened()
    let record = try draft(code)
    _ = try draft(code)
    _ = try send(record, code)
    _ = try tell(.revoked, record, code, in: pair.here)
    let asked = try asked(code)
    #expect(asked.leaves == .nothing)
    let told = try given(asked)
    #expect(told.before == [.nothing] && told.receipt == [.nothing])
  }

  /// Whom the withdrawal of a consent is to be told stands in the file alone; the file that went to another office is taken
  /// back there by a signed word, and by nothing that is done here.
  @Test func anErasureTellsWhoIsUntold() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, ["fields": .list(["person.full_name"])])
    let record = try draft(code, on: ["consent_ref": .text(name(consent))])
    _ = try send(record, code)
    _ = try pair.withdraw(consent, code)
    let asked = try asked(code)
    #expect(asked.leaves == ErasureLeaves(isUntold: true, referrals: [record]))
    #expect(try given(asked).receipt == [asked.leaves])
  }
}
