import Testing
import Vault

@testable import Casework

/// What a consent has to say, who may give it, and when the person confirms it.
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

  /// A consent that is recorded now was not taken back: there is a verb for that.
  @Test func aNewConsentHasNoEnd() throws {
    let code = try desk.opened()
    let error = #expect(throws: CaseworkError.self) {
      _ = try desk.consent(["withdrawn_at": .text(ReleaseOffice.given)], code)
    }
    guard case .form(let faults) = error else {
      Issue.record("not told by the field")
      return
    }
    #expect(faults == [FieldFault(field: "consent.withdrawn_at", fault: .notForTyping)])
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

  @Test func aChildConsentsWithTheRepresentative() throws {
    let code = try desk.opened(born: "2015")
    #expect(try stop([:], code)?.reason == .needsRepresentative)
    #expect(try stop(ReleaseOffice.byRepresentative, code)?.reason == .noRepresentative)
    let father = try desk.representative([:], code)
    let alone = try #require(try stop(desk.given(by: father), code))
    #expect(alone.reason == .childNotAsked)
    #expect(alone.citation == Citation(text: "Law 91/2025 Art. 24(2)", isVerified: true))
    #expect(try stop(desk.given(by: father, ["child_agreed": .text("no")]), code) != nil)
    #expect(try stop(desk.given(by: father, ["child_agreed": .text("yes")]), code) == nil)
    // Under seven the representative alone.
    let small = try desk.opened(born: "2021")
    let mother = try desk.representative([:], small)
    #expect(try stop(desk.given(by: mother), small) == nil)
  }

  /// Of unknown age nobody is taken for a grown-up.
  @Test func whoseAgeNobodyKnowsCountsAsAChild() throws {
    let code = try desk.office.act("social") { casework, session in
      try casework.openCase(FormInput(texts: ["entry_path": "self_report"]), as: session).code
    }
    let stop = try #require(try stop([:], code))
    #expect(stop.reason == .needsRepresentative && stop.names.map(\.text) == ["person.birth_date"])
    let aunt = try desk.representative([:], code)
    #expect(try self.stop(desk.given(by: aunt), code)?.reason == .childNotAsked)
  }

  @Test func aRepresentativeCanBeThePerpetrator() throws {
    let code = try desk.opened(born: "2021")
    let suspect = try desk.representative(["representative.suspect": .text("yes")], code)
    #expect(try stop(desk.given(by: suspect), code)?.reason == .representativeSuspect)
    let unsafe = try desk.representative(["representative.safe_to_contact": .text("no")], code)
    #expect(try stop(desk.given(by: unsafe), code)?.reason == .representativeUnsafe)
    let uncle = try desk.representative([:], code)
    let consent = try desk.consent(desk.given(by: uncle), code)
    try desk.record("identification", ["trafficker_relation": .text("Familial")], code)
    #expect(try stop(desk.given(by: uncle), code)?.reason == .representativeUnconfirmed)
    // What is learned later holds for what was given before.
    let later = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(later?.reason == .consentEnded)
    try desk.record(
      "person", ["representative.confirmed_by_lead": .text("công văn 12")], code, by: "lead",
      correcting: uncle)
    // It does not come back with the confirmation: they give it anew.
    let again = try desk.consent(desk.given(by: uncle), code)
    try desk.share(["person.full_name"], code, on: .consent(again))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  @Test func atEighteenThePersonConfirms() throws {
    // Eighteen on 1 October 2026, ten days after the office's clock.
    let code = try desk.opened(born: "2008-10-01")
    let father = try desk.representative([:], code)
    let consent = try desk.consent(desk.given(by: father, ["child_agreed": .text("yes")]), code)
    let records = try look(code, by: "social")
    let found = try #require(Consent(consent, in: records))
    let eve = try #require(CalendarDay(year: 2026, month: 9, day: 30))
    #expect(found.stop(on: eve) == nil)
    #expect(found.stop(on: eve.adding(days: 1))?.reason == .needsConfirmation)
    // A child's word for the day on which they are no child any more is none.
    for at in ["2026-09-20T09:00+07:00", "2026-09-21T00:00+07:00"] {
      #expect(
        throws: CaseworkError.form([
          FieldFault(field: "consent.confirmed_at", fault: .beforeMajority)
        ])
      ) {
        try desk.record("consent", ["confirmed_at": .text(at)], code, correcting: consent)
      }
    }
    // What was written before that was looked at counts no more than that.
    let birthday = try #require(CalendarDay(year: 2026, month: 10, day: 1))
    for (at, counts) in [("2026-09-30T23:59+07:00", false), ("2026-10-01T00:00+07:00", true)] {
      let confirmed = Consent(
        record: found.record.with(["consent.confirmed_at": .dateTime(at)]), records: records)
      #expect(confirmed.isConfirmed == counts)
      #expect((confirmed.stop(on: birthday) == nil) == counts)
      #expect((confirmed.lastDayOfUse == eve) == !counts)
    }
  }

  /// What a child agreed to alone counts no more for being written down after their birthday.
  @Test func aChildsOwnWordDoesNotComeOfAge() throws {
    // Eighteen on the very day of the office; the consent is of the day before.
    let code = try desk.opened(born: "2008-09-21")
    #expect(try stop([:], code)?.reason == .needsConfirmation)
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    let confirmed = try desk.consent(["confirmed_at": .text(now)], code)
    try desk.share(["person.full_name"], code, on: .consent(confirmed))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  /// From the birthday on the person's own word makes it theirs.
  @Test func whoIsOfAgeConfirms() throws {
    // Eighteen on the very day of the office; the consent is of the day before.
    let code = try desk.opened(born: "2008-09-21")
    let father = try desk.representative([:], code)
    let stop = try stop(desk.given(by: father, ["child_agreed": .text("yes")]), code)
    #expect(stop?.reason == .needsConfirmation)
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    let consent = try desk.consent(
      desk.given(by: father, ["child_agreed": .text("yes"), "confirmed_at": .text(now)]), code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
  }

  private func look(_ code: CaseCode, by handle: String) throws -> CaseRecords {
    try desk.office.act(handle) { casework, session in
      try casework.look(
        at: casework.id(of: code),
        casework.book.ids(Consent.looksAt + RepresentativeCheck.looksAt), as: session
      ).records
    }
  }
}

extension CaseRecords.Record {
  /// The same with other values.
  func with(_ values: [String: FieldValue]) -> CaseRecords.Record {
    CaseRecords.Record(
      id: id, entity: entity, values: self.values.merging(Book.builtIn.values(values)) { $1 })
  }
}

extension StopName {
  /// What tells it from others in a test.
  var text: String {
    switch self {
    case .field(let field): field.qualifiedName
    case .code(let code, _): code
    case .role(let role): role.rawValue
    case .fieldClass(let found): found.name
    case .condition(let what): what.word
    case .step(let rule): rule.to
    case .clock(let rule): rule.id
    case .record(let id): Hexadecimal.text(id.bytes)
    case .oneOf(let fields): fields.map(\.qualifiedName).joined(separator: "|")
    }
  }
}
