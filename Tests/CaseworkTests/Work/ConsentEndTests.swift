import Testing
import Vault

@testable import Casework

/// What follows when a consent ends: withdrawn by the person, or with the representative who gave it.
@Suite(.serialized) struct ConsentEndTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  // MARK: Representatives who turn out

  /// What was given on their word ends in the very act that marks them, whoever marks them.
  @Test(arguments: [
    ("representative.suspect", "yes", "lead"), ("representative.suspect", "yes", "social"),
    ("representative.safe_to_contact", "no", "social"),
  ]) func whatARepresentativeAgreedToEndsWithThem(
    _ name: String, _ answer: String, _ handle: String
  ) throws {
    let code = try desk.opened(born: "2021")
    let (uncle, aunt) = (try desk.representative([:], code), try desk.representative([:], code))
    let (consent, other) = (
      try desk.consent(desk.given(by: uncle), code), try desk.consent(desk.given(by: aunt), code)
    )
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(["person.birth_date"], code, on: .consent(other))
    let recorded = try desk.office.act(handle) { casework, session in
      try casework.record(
        "person", FormInput(texts: [name: answer]), of: code, correcting: uncle, as: session)
    }
    #expect(recorded.ending?.recipients == ["legal"] && recorded.records == [uncle])
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    #expect(try desk.reads("person.birth_date", code, by: "legal"))
    let acts = try desk.acts(since: recorded.entry)
    #expect(
      acts.prefix(3).map(\.act) == ["field.write", "consent.withdraw", "excerpt.end"])
    #expect(acts.prefix(3).dropFirst().allSatisfy { $0.by == recorded.entry })
    #expect(try clocks(code) == ["consent_ended_tell"])
    // Cleared or not: what ended does not come back, and is not withdrawn a second time.
    try desk.record(
      "person",
      ["representative.suspect": .text("no"), "representative.safe_to_contact": .text("yes")], code,
      correcting: uncle)
    let again = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(again?.reason == .consentEnded && again?.citation?.text == "Law 91/2025 Art. 24(2)")
    #expect(try desk.stop { _ = try withdraw(consent, code) }?.reason == .consentEnded)
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    try desk.record("consent", ["recipients_told_at": .text(now)], code, correcting: consent)
    #expect(try clocks(code).isEmpty)
    #expect(try desk.sound())
  }

  /// Once the file says that the trafficker was of the family, only whom a lead confirmed goes on being heard.
  @Test func aTraffickerOfTheFamilyEndsWhatIsNotConfirmed() throws {
    let code = try desk.opened(born: "2021")
    let (uncle, aunt) = (try desk.representative([:], code), try desk.representative([:], code))
    try desk.record(
      "person", ["representative.confirmed_by_lead": .text("đã xác minh")], code, by: "lead",
      correcting: aunt)
    let (consent, other) = (
      try desk.consent(desk.given(by: uncle), code), try desk.consent(desk.given(by: aunt), code)
    )
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(["person.birth_date"], code, on: .consent(other))
    try desk.record("identification", ["trafficker_relation": .text("Familial")], code)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    #expect(try desk.reads("person.birth_date", code, by: "legal"))
    #expect(try clocks(code) == ["consent_ended_tell"])
  }

  /// A form that says nothing new of them ends nothing.
  @Test func othersKeepWhatTheyGave() throws {
    let code = try desk.opened(born: "2021")
    let uncle = try desk.representative([:], code)
    let consent = try desk.consent(desk.given(by: uncle), code)
    try desk.record(
      "person",
      ["representative.suspect": .text("no"), "representative.safe_to_contact": .text("yes")], code,
      correcting: uncle)
    try desk.representative(["representative.suspect": .text("yes")], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  // MARK: Withdrawal

  @Test func whatRestsOnAConsentEndsWithIt() throws {
    let code = try desk.opened()
    let (consent, other) = (try desk.consent([:], code), try desk.consent([:], code))
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(["person.birth_date"], code, on: .consent(other))
    try desk.share(
      ["person.birth_date"], code, with: "police", on: .provision("L53_27_2"), purpose: nil)
    let withdrawal = try withdraw(consent, code)
    #expect(withdrawal.ending.recipients == ["legal"] && withdrawal.ending.referrals.isEmpty)
    #expect(withdrawal.ending.offices.isEmpty)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    // What rests on another consent, or on a provision, goes on.
    #expect(try desk.reads("person.birth_date", code, by: "legal"))
    #expect(try desk.reads("person.birth_date", code, by: "police"))
    let ended = try desk.acts(since: withdrawal.entry)
    #expect(ended.prefix(2).map(\.act) == ["consent.withdraw", "excerpt.end"])
    #expect(ended.dropFirst().first?.by == withdrawal.entry)

    #expect(try desk.stop { _ = try withdraw(consent, code) }?.reason == .consentWithdrawn)
    let again = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(again?.reason == .consentWithdrawn && again?.obstacle == .consent)
  }

  /// Decree 356/2025 Art. 5(2): those who were given something have to stop too.
  @Test func whoWasGivenSomethingIsToBeTold() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    _ = try withdraw(consent, code)
    #expect(try clocks(code) == ["withdrawal_tell"])
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    try desk.record("consent", ["recipients_told_at": .text(now)], code, correcting: consent)
    #expect(try clocks(code).isEmpty)
    // Nobody was given anything: nobody has to be told.
    let unused = try desk.consent([:], code)
    #expect(try withdraw(unused, code).ending.recipients.isEmpty)
    #expect(try clocks(code).isEmpty)
  }

  /// Neither a slip nor a wish moves a withdrawal to before the duty to tell of it.
  @Test func aWithdrawalLiesBetweenTheConsentAndNow() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    for at in ["2020-01-01T08:00+07:00", "2026-09-20T08:59+07:00"] {
      let stop = try #require(try desk.stop { _ = try withdraw(consent, code, at: at) })
      #expect(stop.reason == .tooEarly && stop.names.map(\.text) == ["consent.given_at"])
      #expect(stop.citation?.text == "Law 91/2025 Art. 10(2)")
    }
    #expect(throws: CaseworkError.self) {
      _ = try withdraw(consent, code, at: "2027-01-01T08:00+07:00")
    }
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    // No day at all is today.
    _ = try desk.office.act("social") { casework, session in
      try casework.withdraw(
        consent, FormInput(["withdrawn_at": .state("unknown")]), of: code, as: session)
    }
    #expect(try clocks(code) == ["withdrawal_tell"])
    // The minute of the withdrawal, as a person writes it, is not before its second.
    let minute = try desk.office.act("social") { casework, _ in
      Moment(seconds: casework.moment.seconds / 60 * 60).text
    }
    try desk.record("consent", ["recipients_told_at": .text(minute)], code, correcting: consent)
    let early = try desk.stop {
      try desk.record(
        "consent", ["recipients_told_at": .text("2026-09-20T09:00+07:00")], code,
        correcting: consent)
    }
    #expect(early?.reason == .tooEarly && early?.names.map(\.text) == ["consent.withdrawn_at"])
    #expect(try clocks(code).isEmpty)
  }

  /// Before the decree somebody had to be told as well.
  @Test func anOldWithdrawalIsToldOfToo() throws {
    let code = try desk.opened()
    let consent = try desk.consent(["given_at": .text("2025-03-01T09:00+07:00")], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    _ = try withdraw(consent, code, at: "2025-12-20T09:00+07:00")
    #expect(try clocks(code) == ["withdrawal_tell_before_2026"])
  }

  /// Each is told by who gave it: what ended with a file was not ended by a representative.
  @Test func anEndIsToldByWhoGaveIt() throws {
    func stop(_ more: [String: String]) throws -> RuleStop? {
      let file = [
        "consent.given_at": "2026-10-01T08:00+07:00", "consent.ended_at": "2026-10-05T08:00+07:00",
        "person.birth_date": "1999",
      ].merging(more) { $1 }
      let records = LawOffice.file([file])
      return Consent(record: try #require(records.records(of: "consent").first), records: records)
        .stopOfEnd
    }
    let own = try stop(["consent.giver": "self"])
    #expect(own?.reason == .consentEndedOwn && own?.citation?.isProjectChoice == true)
    let child = try stop(["consent.giver": "self", "person.birth_date": "2012"])
    #expect(child?.reason == .consentEndedOwn)
    #expect(child?.citation?.text == "Law 91/2025 Art. 24(2)")
    #expect(try stop(["consent.giver": "representative"])?.reason == .consentEnded)
  }

  private func clocks(_ code: CaseCode) throws -> [String] {
    try desk.office.act("social") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter { $0.caseCode == code.text }
        .map(\.item.clock).filter { $0.contains("tell") }
    }
  }

  private func withdraw(
    _ consent: RecordID, _ code: CaseCode, at moment: String? = nil
  ) throws -> Withdrawal {
    var texts = ["reason": "đổi ý"]
    if let moment { texts["withdrawn_at"] = moment }
    return try desk.office.act("social") { casework, session in
      try casework.withdraw(consent, FormInput(texts: texts), of: code, as: session)
    }
  }
}
