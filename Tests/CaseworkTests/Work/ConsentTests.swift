import Testing
import Vault

@testable import Casework

/// What a consent has to say, who may give it, and what follows when it is withdrawn.
@Suite(.serialized) struct ConsentTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func stop(_ changes: [String: FieldInput], _ code: CaseCode) throws -> RuleStop? {
    try desk.stop { _ = try desk.consent(changes, code) }
  }

  // MARK: Recording

  @Test func aWholeConsentIsRecordedWithItsEntry() throws {
    let code = try desk.opened()
    _ = try desk.consent([:], code)
    let record = try #require(try desk.records("consent", "consent", code).last)
    let entry = record.fields.first { $0.definition.name == "entry" }?.value
    guard case .integer(let number) = entry else {
      Issue.record("no entry")
      return
    }
    #expect(number > 0)
  }

  @Test(arguments: [
    "giver", "purpose", "recipient", "fields", "given_at", "how", "language", "expires_at",
  ])
  func nothingOfItMayBeMissing(_ name: String) throws {
    let code = try desk.opened()
    let stop = try #require(try stop([name: .text("")], code))
    #expect(stop.reason == .missing && stop.names.map(\.text) == ["consent." + name])
    #expect(try desk.records("consent", "consent", code).isEmpty)
  }

  @Test func whatItCoversIsHeldAgainstTheTable() throws {
    let code = try desk.opened()
    #expect(throws: CaseworkError.form([FieldFault(field: "person.nme", fault: .unknownField)])) {
      _ = try desk.consent(["fields": .list(["person.full_name", "person.nme"])], code)
    }
    #expect(
      throws: CaseworkError.form([
        FieldFault(field: "consent.expires_at", fault: .beforeItsBeginning)
      ])
    ) {
      _ = try desk.consent(["expires_at": .text("2026-09-19")], code)
    }
    #expect(try desk.records("consent", "consent", code).isEmpty)
  }

  /// Decree 356/2025 Art. 6(4).
  @Test(arguments: ["person.ethnicity", "sensitive", "safety", "health.health_flag", "support"])
  func whoeverConsentsToSensitiveDataWasToldThatTheyAre(_ item: String) throws {
    let code = try desk.opened()
    let stop = try #require(try stop(["fields": .list([item])], code))
    #expect(stop.names.map(\.text) == ["consent.sensitive_told"])
    #expect(stop.citation?.text == "Decree 356/2025 Art. 6(4)")
    #expect(
      try self.stop(["fields": .list([item]), "sensitive_told": .text("no")], code) != nil)
    #expect(
      try self.stop(["fields": .list([item]), "sensitive_told": .text("yes")], code) == nil)
  }

  @Test func aConsentIsNotChangedAfterwards() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    for answers: [String: FieldInput] in [
      ["fields": .list(["identity"])], ["expires_at": .text("2099")],
      ["withdrawn_at": .text(ReleaseOffice.given)],
      ["recipients_told_at": .text(ReleaseOffice.given)],
    ] {
      let stop = try desk.stop {
        try desk.record("consent", answers, code, correcting: consent)
      }
      #expect(stop?.reason == .consentFixed, "\(answers)")
    }
    try desk.record("consent", ["paper_ref": .text("sổ 3")], code, correcting: consent)
  }

  // MARK: Representatives

  private static let byRepresentative: [String: FieldInput] = ["giver": .text("representative")]

  private func representative(
    _ answers: [String: FieldInput], _ code: CaseCode
  ) throws -> RecordID {
    try desk.record(
      "person",
      ["representative.name": .text("Lò Văn Bố"), "representative.basis": .text("parent")]
        .merging(answers) { $1 }, code)
    return try desk.newest("representative", "person", code)
  }

  private func given(
    by representative: RecordID, _ more: [String: FieldInput] = [:]
  ) -> [String: FieldInput] {
    Self.byRepresentative.merging(
      ["representative_ref": .text(Hexadecimal.text(representative.bytes))]
    ) { $1 }.merging(more) { $1 }
  }

  @Test func aChildConsentsWithTheRepresentative() throws {
    let code = try desk.opened(born: "2015")
    #expect(try stop([:], code)?.reason == .needsRepresentative)
    #expect(try stop(Self.byRepresentative, code)?.reason == .noRepresentative)
    let father = try representative([:], code)
    let alone = try #require(try stop(given(by: father), code))
    #expect(alone.reason == .childNotAsked)
    #expect(alone.citation == Citation(text: "Law 91/2025 Art. 24(2)", isVerified: true))
    #expect(try stop(given(by: father, ["child_agreed": .text("no")]), code) != nil)
    #expect(try stop(given(by: father, ["child_agreed": .text("yes")]), code) == nil)
    // Under seven the representative alone.
    let small = try desk.opened(born: "2021")
    let mother = try representative([:], small)
    #expect(try stop(given(by: mother), small) == nil)
  }

  /// Of unknown age nobody is taken for a grown-up.
  @Test func whoseAgeNobodyKnowsCountsAsAChild() throws {
    let code = try desk.office.act("social") { casework, session in
      try casework.openCase(FormInput(texts: ["entry_path": "self_report"]), as: session).code
    }
    let stop = try #require(try stop([:], code))
    #expect(stop.reason == .needsRepresentative && stop.names.map(\.text) == ["person.birth_date"])
    let aunt = try representative([:], code)
    #expect(try self.stop(given(by: aunt), code)?.reason == .childNotAsked)
  }

  @Test func aRepresentativeCanBeThePerpetrator() throws {
    let code = try desk.opened(born: "2021")
    let suspect = try representative(["representative.suspect": .text("yes")], code)
    #expect(try stop(given(by: suspect), code)?.reason == .representativeSuspect)
    let unsafe = try representative(["representative.safe_to_contact": .text("no")], code)
    #expect(try stop(given(by: unsafe), code)?.reason == .representativeUnsafe)
    let uncle = try representative([:], code)
    let consent = try desk.consent(given(by: uncle), code)
    try desk.record("identification", ["trafficker_relation": .text("Familial")], code)
    #expect(try stop(given(by: uncle), code)?.reason == .representativeUnconfirmed)
    // What is learned later holds for what was given before.
    let later = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(later?.reason == .representativeUnconfirmed)
    try desk.record(
      "person", ["representative.confirmed_by_lead": .text("công văn 12")], code, by: "lead",
      correcting: uncle)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  @Test func atEighteenThePersonConfirms() throws {
    // Eighteen on 1 October 2026, ten days after the office's clock.
    let code = try desk.opened(born: "2008-10-01")
    let father = try representative([:], code)
    let consent = try desk.consent(given(by: father, ["child_agreed": .text("yes")]), code)
    let records = try look(code, by: "social")
    let found = try #require(Consent(consent, in: records))
    let eve = try #require(CalendarDay(year: 2026, month: 9, day: 30))
    #expect(found.stop(on: eve) == nil)
    #expect(found.stop(on: eve.adding(days: 1))?.reason == .needsConfirmation)
    try desk.record(
      "consent", ["confirmed_at": .text(ReleaseOffice.given)], code, correcting: consent)
    let confirmed = try #require(Consent(consent, in: try look(code, by: "social")))
    #expect(confirmed.stop(on: eve.adding(days: 1)) == nil)
  }

  private func look(_ code: CaseCode, by handle: String) throws -> CaseRecords {
    try desk.office.act(handle) { casework, session in
      try casework.look(
        at: casework.id(of: code),
        casework.book.ids(Consent.looksAt + RepresentativeCheck.looksAt), as: session
      ).records
    }
  }

  // MARK: Withdrawal

  @Test func whatRestsOnAConsentEndsWithIt() throws {
    let code = try desk.opened()
    let (consent, other) = (try desk.consent([:], code), try desk.consent([:], code))
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(["person.birth_date"], code, on: .consent(other))
    try desk.share(
      ["person.phone"], code, with: "police", on: .provision("L53_27_2"), purpose: nil)
    let withdrawal = try withdraw(consent, code)
    #expect(withdrawal.recipients == ["legal"] && withdrawal.referrals.isEmpty)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    // What rests on another consent, or on a provision, goes on.
    #expect(try desk.reads("person.birth_date", code, by: "legal"))
    #expect(try desk.reads("person.phone", code, by: "police"))
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
    #expect(try withdraw(unused, code).recipients.isEmpty)
    #expect(try clocks(code).isEmpty)
  }

  private func clocks(_ code: CaseCode) throws -> [String] {
    try desk.office.act("social") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter { $0.caseCode == code.text }
        .map(\.item.clock).filter { $0 == "withdrawal_tell" }
    }
  }

  private func withdraw(_ consent: RecordID, _ code: CaseCode) throws -> Withdrawal {
    try desk.office.act("social") { casework, session in
      try casework.withdraw(
        consent, FormInput(texts: ["reason": "đổi ý"]), of: code, as: session)
    }
  }
}

extension StopName {
  /// What tells it from others in a test.
  var text: String {
    switch self {
    case .field(let field): field.qualifiedName
    case .code(let code, _): code
    case .role(let role): role.rawValue
    case .condition(let what): what.word
    case .clock(let rule): rule.id
    }
  }
}
