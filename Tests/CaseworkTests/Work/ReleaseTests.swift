import Testing
import Vault

@testable import Casework

/// Nothing leaves a case but on one of three lawful bases, which is stored with it.
@Suite(.serialized) struct ReleaseTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func stop(
    _ names: [String], _ code: CaseCode, with handle: String = "legal", on basis: ReleaseBasis,
    purpose: String? = "legal_aid", until: String = "2026-12-31"
  ) throws -> RuleStop? {
    try desk.stop {
      try desk.share(names, code, with: handle, on: basis, purpose: purpose, until: until)
    }
  }

  @Test func aReleaseIsStoredWithItsBasis() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(
      ["person.birth_date"], code, with: "police", on: .provision("L53_27_2"), purpose: nil)
    let releases = try desk.records("release", "referral", code)
    let told = releases.map { record in
      ["released_to", "basis", "citation"].map { name -> String? in
        guard
          case .text(let text) = record.fields.first(where: { $0.definition.name == name })?.value
        else { return nil }
        return text
      }
    }
    #expect(
      told == [
        ["legal", "consent_person", nil],
        ["police", "legal_provision", "Law 53/2024 Art. 27(2), 27(3)"],
      ])
  }

  /// The entry of the giving names the consent's.
  @Test func theLogSaysWhatItRestsOn() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    // Others work in the same office meanwhile: the consent itself holds the number of its entry.
    let record = try #require(try desk.records("consent", "consent", code).last)
    guard
      case .integer(let number) = record.fields.first(where: { $0.definition.name == "entry" })?
        .value
    else {
      Issue.record("no entry")
      return
    }
    let given = Int(number)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    let acts = try desk.acts(since: given)
    #expect(acts.first { $0.seq == given }?.act == "consent.record")
    #expect(acts.contains { $0.act == "excerpt.give" && $0.by == given })
  }

  @Test func aConsentCoversOneRecipientOnePurposeAndSomeFields() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let basis = ReleaseBasis.consent(consent)
    #expect(
      try stop(["person.full_name"], code, with: "other", on: basis)?.reason
        == .consentOtherRecipient)
    let purpose = try #require(
      try stop(["person.full_name"], code, on: basis, purpose: "research"))
    #expect(purpose.reason == .consentOtherPurpose && purpose.names.map(\.text) == ["legal_aid"])
    let fields = try #require(
      try stop(["person.full_name", "person.phone"], code, on: basis))
    #expect(fields.reason == .consentLacksFields && fields.names.map(\.text) == ["person.phone"])
    #expect(fields.obstacle == .consent)
    #expect(
      try stop(["person.full_name"], code, on: basis, until: "2027-02-01")?.reason
        == .consentEndsSooner)
    #expect(try desk.records("release", "referral", code).isEmpty)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
  }

  /// The field table says what a role reads; a provision makes no more of it, nor does a class in a consent.
  @Test(arguments: [
    ("police", "L53_27_2", ["person.birth_date"], ["person.phone", "person.ethnicity"]),
    ("police", "L91_19_1_a", [], ["reception.safe_contact", "kin.name"]),
    ("health", "L91_19_1_a", ["person.full_name"], ["person.personal_id"]),
    ("legal", "L91_19_1_a", ["statement.text"], ["residence.unit", "person.alias_names"]),
  ])
  func aProvisionGivesNoRoleMoreThanItsOwn(
    handle: String, provision: String, own: [String], others: [String]
  ) throws {
    let code = try desk.opened()
    let refused = try #require(
      try stop(own + others, code, with: handle, on: .provision(provision), purpose: nil))
    #expect(refused.reason == .notOfRole && refused.obstacle == .role)
    #expect(refused.names.map(\.told) == others)
    for name in own + others { #expect(try !desk.reads(name, code, by: handle), "\(name)") }
    #expect(try desk.records("release", "referral", code).isEmpty)
  }

  @Test func whatIsNotOfTheirRoleIsConsentedToByName() throws {
    let code = try desk.opened()
    let told: [String: FieldInput] = [
      "recipient": .text("police"), "purpose": .text("verification"),
      "sensitive_told": .text("yes"),
    ]
    let byClass = try desk.consent(told.merging(["fields": .list(["identity"])]) { $1 }, code)
    let refused = try stop(
      ["person.full_name", "person.phone"], code, with: "police", on: .consent(byClass),
      purpose: "verification")
    #expect(refused?.reason == .notOfRole && refused?.names.map(\.told) == ["person.phone"])
    let byName = try desk.consent(
      told.merging(["fields": .list(["identity", "person.phone"])]) { $1 }, code)
    try desk.share(
      ["person.full_name", "person.phone"], code, with: "police", on: .consent(byName),
      purpose: "verification")
    #expect(try desk.reads("person.phone", code, by: "police"))
  }

  @Test func theRecipientMayBeNamedAsThePersonKnowsThem() throws {
    let code = try desk.opened()
    let consent = try desk.consent(
      ["recipient": .text("Trung tâm trợ giúp pháp lý"), "recipient_member": .text("legal")], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(
      try stop(["person.full_name"], code, with: "other", on: .consent(consent))?.reason
        == .consentOtherRecipient)
  }

  @Test func anExpiredConsentCoversNothing() throws {
    let code = try desk.opened()
    let consent = try desk.consent(["expires_at": .text("2026-09-21")], code)
    let records = try desk.office.act("social") { casework, session in
      try casework.look(
        at: casework.id(of: code), casework.book.ids(Consent.looksAt), as: session
      ).records
    }
    let found = try #require(Consent(consent, in: records))
    let last = try #require(CalendarDay(year: 2026, month: 9, day: 21))
    #expect(found.stop(on: last) == nil)
    let stop = found.stop(on: last.adding(days: 1))
    #expect(stop?.reason == .consentExpired && stop?.obstacle == .expired)
  }

  /// What a representative agreed to ends with the childhood of the person, and so does what was given on it.
  @Test func nothingGivenOnARepresentativesConsentOutlivesChildhood() throws {
    let code = try desk.opened(born: "2009-01-10")
    try desk.record(
      "person", ["representative.name": .text("bà ngoại"), "suspect": .text("no")], code)
    let representative = try desk.newest("representative", "person", code)
    try desk.office.act("lead") { casework, session in
      _ = try casework.record(
        "person", FormInput(texts: ["confirmed_by_lead": "yes"]), of: code,
        correcting: representative, as: session)
    }
    let consent = try desk.consent(
      [
        "giver": .text("representative"),
        "representative_ref": .text(Hexadecimal.text(representative.bytes)),
        "child_agreed": .text("yes"),
      ], code)
    func share(_ until: String) throws -> StopReason? {
      try desk.stop {
        try desk.share(["person.full_name"], code, on: .consent(consent), until: until)
      }?.reason
    }
    // The consent itself says until 31 January; the tenth is the birthday.
    #expect(try share("2027-01-10") == .consentEndsSooner)
    #expect(try share("2027-01-09") == nil)
  }

  @Test func thereIsNoConsentOfAnotherCase() throws {
    let (code, other) = (try desk.opened(), try desk.opened())
    let consent = try desk.consent([:], other)
    let stop = try #require(try stop(["person.full_name"], code, on: .consent(consent)))
    #expect(stop.reason == .consentMissing && stop.citation?.text == "Law 53/2024 Art. 3(10)")
  }

  @Test func aProvisionIsOneOfTheList() throws {
    let code = try desk.opened()
    #expect(
      throws: CaseworkError.form([FieldFault(field: "provision", fault: .unknownCode)])
    ) {
      try desk.share(["person.phone"], code, with: "police", on: .provision("because"))
    }
    // Whose role may not share hears that before anything of the case is looked at.
    #expect(
      try desk.office.refusal("health") { casework, session in
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 31))
        _ = try casework.share(
          Casework.Sharing(
            ["person.phone"], with: "police", until: day, on: .provision("L53_27_2")), of: code,
          for: .legal, as: session)
      } == "role")
  }

  /// The shelter never leaves with its class, nor by a provision.
  @Test(arguments: ["protection.shelter", "protection.room", "stay.stay_facility"])
  func whereSomebodyIsHiddenIsNamedOrNotGiven(_ name: String) throws {
    let code = try desk.opened()
    try desk.record("protection", ["shelter": .text("nhà 8"), "room": .text("2")], code)
    try desk.record(
      "support",
      [
        "stay.stay_facility": .text("nhà 8"), "stay.stay_from": .text("2026-09-21"),
        "stay.stay_wish": .text("yes"), "stay.stay_need": .text("no_residence"),
      ], code)
    let told: [String: FieldInput] = [
      "recipient": .text("police"), "purpose": .text("protection"), "sensitive_told": .text("yes"),
    ]
    let byClass = try desk.consent(told.merging(["fields": .list(["safety"])]) { $1 }, code)
    let lacking = try stop(
      [name], code, with: "police", on: .consent(byClass), purpose: "protection")
    #expect(lacking?.reason == .consentLacksFields)
    #expect(
      try stop([name], code, with: "police", on: .provision("L91_19_1_a"))?.reason
        == .shelterNotNamed)
    let byName = try desk.consent(told.merging(["fields": .list([name])]) { $1 }, code)
    try desk.share(
      [name], code, with: "police", on: .consent(byName), purpose: "protection")
    #expect(try desk.reads(name, code, by: "police"))
  }

  @Test func whatThePersonKeepsFromAnOfficeDoesNotGoThere() throws {
    let code = try desk.opened()
    let centre = "Trung tâm trợ giúp pháp lý"
    let consent = try desk.consent(
      ["recipient": .text(centre), "recipient_member": .text("legal")], code)
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.birth_date", from: nil, FormInput(texts: ["excluded_unit": centre]), of: code,
        as: session)
    }
    let stop = try #require(
      try stop(["person.full_name", "person.birth_date"], code, on: .consent(consent)))
    #expect(stop.reason == .keptFromOffice && stop.obstacle == .restricted)
    #expect(stop.names.map(\.text) == ["person.birth_date"])
    try desk.share(["person.full_name"], code, on: .consent(consent))
    // From a role the Vault keeps it.
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.phone", from: .police, FormInput([:]), of: code, as: session)
    }
    let day = try #require(CalendarDay(year: 2026, month: 12, day: 31))
    #expect(
      try desk.office.refusal("social") { casework, session in
        _ = try casework.share(
          Casework.Sharing(
            ["person.phone"], with: "police", until: day, on: .provision("L53_27_2")), of: code,
          for: .legal, as: session)
      } == "restricted")
  }

  /// Law 91/2025 Art. 26(2).
  @Test func healthGoesToAHospitalOnThePersonsWrittenRequest() throws {
    let book = Book.builtIn
    let flag = try Book.field("health.health_flag")
    func stop(_ basis: ReleaseBasis, asked: Bool) throws -> RuleStop? {
      let release = Release(
        basis: basis, act: .referral,
        recipient: Recipient(names: ["bệnh viện"], colleague: nil), purpose: nil,
        fields: [flag], isRequestedInWriting: asked)
      let today = try #require(CalendarDay(year: 2026, month: 9, day: 21))
      return try ReleaseCheck(records: CaseRecords([], book: book), today: today).stop(release)
    }
    let outside = try stop(.provision("L53_27_5_facility"), asked: false)
    #expect(
      outside?.reason == .writtenRequest && outside?.names.map(\.text) == [flag.qualifiedName])
    #expect(try stop(.provision("L53_27_5_facility"), asked: true) == nil)
    #expect(try stop(.provision("L91_19_1_a"), asked: false) == nil)
  }

  /// The article is of personal data, and not of health alone: a name that goes to who is to treat them, too.
  @Test func aNameGoesToAHospitalOnAWrittenRequestToo() throws {
    let code = try desk.opened()
    func draft(_ purpose: String, _ more: [String: FieldInput] = [:]) throws -> RuleStop? {
      let consent = try desk.consent(
        ["purpose": .text(purpose), "recipient": .text("Bệnh viện tỉnh")], code)
      let answers: [String: FieldInput] = [
        "referral_to": .text("Bệnh viện tỉnh"), "purpose": .text(purpose),
        "fields": .list(["person.full_name"]),
        "consent_ref": .text(Hexadecimal.text(consent.bytes)),
      ]
      return try desk.stop {
        try desk.office.act("social") { casework, session in
          _ = try casework.draft(
            FormInput(answers.merging(more) { $1 }), of: code, as: session)
        }
      }
    }
    let stop = try draft("medical_care")
    #expect(stop?.reason == .writtenRequest && stop?.names.map(\.told) == ["person.full_name"])
    #expect(stop?.citation?.text == "Law 91/2025 Art. 26(2)")
    #expect(try draft("medical_care", ["written_request_ref": .text("đơn 12/2026")]) == nil)
    #expect(try draft("legal_aid") == nil)
  }
}
