import Testing
import Vault

@testable import Casework

/// A referral whose copies have run out before anybody answered it.
@Suite(.serialized) struct ReferralLateTests {
  private let desk: ReleaseOffice
  private static let made = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("police", .police), ("auditor", .auditor),
    ])
  }

  init() throws { desk = ReleaseOffice(office: try Self.made.get()) }

  private func sent(_ code: CaseCode) throws -> RecordID {
    try desk.office.act("social") { casework, session in
      let answers: [String: FieldInput] = [
        "referral_to": .text("Công an tỉnh"), "receiver": .text("police"),
        "purpose": .text("verification"), "fields": .list(["person.full_name"]),
        "provision": .text("L53_27_2"),
      ]
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      let record = try #require(try casework.referrals(of: code, as: session).lines.last?.record)
      _ = try casework.send(record, of: code, until: nil, for: nil, as: session)
      return record
    }
  }

  private func finish(_ record: RecordID, _ code: CaseCode) throws -> RuleStop? {
    try desk.stop {
      try desk.office.act("social") { casework, session in
        _ = try casework.finish(record, of: code, as: session)
      }
    }
  }

  @Test func whoIsLateHearsWhyAndTheSenderRecordsTheAnswer() throws {
    let code = try desk.opened()
    try desk.assign("police", to: code)
    let referral = try sent(code)
    // Without an answer nothing is done.
    #expect(try finish(referral, code)?.reason == .referralState)
    desk.office.wait(days: 20)
    let late = try desk.stop {
      try desk.office.act("police") { casework, session in
        _ = try casework.accept(referral, of: code, as: session)
      }
    }
    #expect(late?.reason == .answeredLate && late?.obstacle == .expired)
    #expect(try ended().map(\.act) == [nil])
    let added = try desk.office.act("social") { casework, session in
      try casework.draft(
        FormInput(texts: ["reply": "nhận qua điện thoại ngày 10/5"]), of: code,
        correcting: referral, as: session)
    }
    #expect(added.notes.map(\.reason) == [.referralOut])
    #expect(added.notes.first?.names.map(\.told) == ["referral.reply"])
    #expect(try finish(referral, code) == nil)
    try desk.office.act("social") { casework, session in
      let lines = try casework.referrals(of: code, as: session).lines
      #expect(lines.map(\.state) == [.done])
      let due = try casework.due(DueScope(), as: session).lines
      #expect(!due.contains { $0.caseCode == code.text && $0.item.clock == "referral_reply" })
    }
    #expect(try desk.sound())
  }

  private func ended() throws -> [EndedGiving] {
    try desk.office.act("police") { casework, session in
      try casework.referrals(as: session).ended
    }
  }

  /// Whoever was given something finds nothing of it in any list by then, and is told that it ended, when and why.
  @Test func whoReceivedItIsToldThatItWasTakenBack() throws {
    let code = try desk.opened()
    try desk.assign("police", to: code)
    let before = try ended().count
    let referral = try sent(code)
    #expect(try ended().count == before)
    try desk.office.act("social") { casework, session in
      _ = try casework.revoke(referral, of: code, as: session)
    }
    let now = try ended()
    #expect(now.count == before + 1)
    let first = try #require(now.first)
    #expect(first.act == "referral.revoke" && first.given <= first.ended)
    desk.office.wait(days: 100)
    #expect(try ended().isEmpty)
  }
}
