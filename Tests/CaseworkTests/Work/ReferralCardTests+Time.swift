import Sealing
import Testing

@testable import Casework
@testable import Vault

/// When the other office answered.
extension ReferralCardTests {
  private init(_ pair: TransferPair) { self.pair = pair }

  private func replied(_ code: CaseCode) throws -> Moment? {
    try pair.page(pair.here, code).values("referral.replied_at").first.flatMap(CaseRecords.moment)
  }

  /// Not when somebody carried its word over; and a word of before, which says no time, when it was heard.
  @Test func anAnswerCountsByTheMomentAtWhichItWasGiven() throws {
    let own = ReferralCardTests(try TransferPair())
    let (here, there) = (own.pair.here, own.pair.there)
    let (code, other) = (try own.pair.opened(), try own.pair.opened())
    let (record, second) = (try own.draft(code), try own.draft(other))
    let sent = (try own.send(record, code), try own.send(second, other))
    let taken = try CaseCode(try own.receive(sent.0.bytes).code)
    _ = try own.receive(sent.1.bytes)
    let accepted = try own.tell(.accepted, record, taken, in: there)
    let untimed = try there.act("lead") { casework, session in
      try ReferralNote(
        sender: casework.vault.id, receiver: here.act("lead") { casework, _ in casework.vault.id },
        referral: second.identifier, word: .accepted, sum: Digest.of(sent.1.bytes), entry: 1,
        at: nil
      ).signed(by: session.keyring.bundle.signing)
    }
    #expect(try ReferralNote.parse(accepted).at != nil)
    #expect(try ReferralNote.parse(untimed).at == nil)
    let said = try here.act("lead") { casework, _ in casework.moment }
    for office in [here, there] { office.wait(days: 10) }
    #expect(try own.hear(accepted, code, in: here, from: there) == .accepted)
    #expect(try #require(try own.replied(code)) <= said)
    #expect(try own.hear(untimed, other, in: here, from: there) == .accepted)
    #expect(try #require(try own.replied(other)) > said)
    let clocks = try here.act("lead") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter {
        $0.caseCode == code.text && $0.item.isReply
      }
    }
    #expect(clocks.isEmpty)
    #expect(try own.pair.areSound())
  }
}
