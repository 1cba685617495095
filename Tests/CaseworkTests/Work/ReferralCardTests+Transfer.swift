import Testing

@testable import Casework
@testable import Vault

/// A case does not go to an office while a referral of it lies at one: its answer would have no place any more.
extension ReferralCardTests {
  private func stop(_ code: CaseCode, on consent: RecordID) throws -> RuleStop? {
    try pair.stop { _ = try pair.send(.file, code, on: .consent(consent)) }
  }

  /// Neither before it is answered, nor between that and its end.
  @Test func untilItIsDoneItKeepsTheFile() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let consent = try pair.consent(code)
    let sent = try send(record, code)
    let stopped = try #require(try stop(code, on: consent))
    #expect(stopped.reason == .referralOut && stopped.obstacle == .state && stopped.entry != nil)
    #expect(stopped.names == [.record(record)] && stopped.citation == .ownChoice)
    let new = try CaseCode(try receive(sent.bytes).code)
    let accepted = try tell(.accepted, record, new, in: pair.there)
    _ = try hear(accepted, code, in: pair.here, from: pair.there)
    #expect(try stop(code, on: consent)?.reason == .referralOut)
    let done = try tell(.done, record, new, in: pair.there)
    _ = try hear(done, code, in: pair.here, from: pair.there)
    #expect(try stop(code, on: consent) == nil)
  }

  @Test func onceItIsTakenBackTheFileGoes() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let consent = try pair.consent(code)
    _ = try send(record, code)
    #expect(try stop(code, on: consent)?.reason == .referralOut)
    _ = try tell(.revoked, record, code, in: pair.here)
    #expect(try stop(code, on: consent) == nil)
  }

  /// Sent after the first file, it stops the second and the end.
  @Test func oneThatIsSentMeanwhileStopsWhatIsLeft() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let consent = try pair.consent(code)
    let file = try pair.send(.file, code, on: .consent(consent))
    _ = try send(record, code)
    let refused = try fault { _ = try pair.send(.clinical, code) }
    guard case .transferRefused(.referralOut, _)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    let acceptance = try pair.receive(file, by: "lead").acceptance
    let card = try pair.card(pair.there)
    let stopped = try pair.stop {
      try pair.here.act("lead") { casework, session in
        _ = try casework.finishTransfer(of: code, on: [acceptance], by: card, as: session)
      }
    }
    #expect(stopped?.reason == .referralOut && stopped?.names == [.record(record)])
  }
}
