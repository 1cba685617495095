import Testing
import Vault

@testable import Casework

/// Pages on paper: what stands on them, what never does, and that each has its entry.
@Suite(.serialized) struct PrintingTests {
  private let desk: ReleaseOffice

  /// An office of its own: in the shared one others count what was printed.
  private static let made = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("health", .healthStaff), ("legal", .legalAid),
      ("auditor", .auditor),
    ])
  }

  init() throws { desk = ReleaseOffice(office: try Self.made.get()) }

  private static let hospital: [String: FieldInput] = [
    "recipient": .text("Bệnh viện tỉnh"), "purpose": .text("legal_aid"),
  ]

  private func draft(_ code: CaseCode, _ changes: [String: FieldInput]) throws -> RecordID {
    var answers: [String: FieldInput] = [
      "referral_to": .text("Bệnh viện tỉnh"), "purpose": .text("legal_aid"),
      "fields": .list(["person.full_name"]),
    ]
    answers.merge(changes) { $1 }
    return try desk.office.act("social") { casework, session in
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      return try #require(try casework.referrals(of: code, as: session).lines.last?.record)
    }
  }

  private func drafted(_ code: CaseCode) throws -> (consent: RecordID, draft: RecordID) {
    let consent = try desk.consent(Self.hospital, code)
    return (consent, try draft(code, ["consent_ref": .text(Hexadecimal.text(consent.bytes))]))
  }

  private func letter(
    _ record: RecordID, _ code: CaseCode, by handle: String = "social"
  ) throws -> PrintedPaper {
    try desk.office.act(handle) { casework, session in
      try casework.letter(of: record, of: code, for: .legal, as: session)
    }
  }

  private func state(_ record: RecordID, _ code: CaseCode) throws -> ReferralState? {
    try desk.office.act("social") { casework, session in
      try casework.referrals(of: code, as: session).lines.first { $0.record == record }?.state
    }
  }

  // MARK: Letters

  @Test func theLetterOfADraftSendsIt() throws {
    let code = try desk.opened()
    let (_, record) = try drafted(code)
    let first = try desk.acts(since: 0).last?.seq ?? 0
    let paper = try letter(record, code)
    #expect(paper.data["person.full_name"] == .text("Lò Thị Mây"))
    #expect(paper.data["person.birth_date"] == nil && paper.data["person.phone"] == nil)
    #expect(paper["referral.referral_to"]?.value == .text("Bệnh viện tỉnh"))
    #expect(paper["referral.reply_due_at"]?.value.state == .given)
    #expect(paper.named.map(\.qualifiedName) == ["person.full_name"])
    #expect(try state(record, code) == .sent)
    let release = try #require(try desk.records("release", "referral", code).last)
    let names = release.fields.first { $0.definition.name == "fields" }?.value
    #expect(names == .list(["person.full_name"]))
    let acts = try desk.acts(since: first + 1).map(\.act)
    let sent = try #require(acts.firstIndex(of: "referral.send"))
    let printed = try #require(acts.firstIndex(of: "print"))
    #expect(sent < printed && acts[..<sent].contains("field.read"))
  }

  /// Lost on the way it is printed again; nothing is sent twice.
  @Test func aLetterIsPrintedAgainWhileItsBasisHolds() throws {
    let code = try desk.opened()
    let (consent, record) = try drafted(code)
    _ = try letter(record, code)
    let releases = try desk.records("release", "referral", code).count
    _ = try letter(record, code)
    #expect(try desk.records("release", "referral", code).count == releases)
    try desk.office.act("social") { casework, session in
      _ = try casework.withdraw(consent, FormInput([:]), of: code, as: session)
    }
    let last = try desk.acts(since: 0).last?.seq ?? 0
    #expect(try desk.stop { _ = try letter(record, code) }?.reason == .referralState)
    #expect(try !desk.acts(since: last + 1).contains { $0.act == "print" })
  }

  /// What the person said after the draft was made counts.
  @Test func whatIsKeptFromTheOfficeIsInNoLetterToIt() throws {
    let code = try desk.opened()
    let (_, record) = try drafted(code)
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.full_name", from: nil, FormInput(texts: ["excluded_unit": "Bệnh viện tỉnh"]),
        of: code, as: session)
    }
    #expect(try desk.stop { _ = try letter(record, code) }?.reason == .keptFromOffice)
    #expect(try state(record, code) == .draft)
  }

  @Test func aColleagueGetsNoLetter() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let record = try draft(
      code,
      [
        "referral_to": .text("legal"), "receiver": .text("legal"),
        "consent_ref": .text(Hexadecimal.text(consent.bytes)),
      ])
    #expect(try desk.stop { _ = try letter(record, code) }?.reason == .letterForColleague)
  }

  /// Law 53/2024 Art. 34, 35: also where that very field was consented to.
  @Test func whereSomebodyIsHiddenIsOnNoLetter() throws {
    let code = try desk.opened()
    try desk.record("protection", ["shelter": .text("nhà số 5")], code)
    let consent = try desk.consent(
      Self.hospital.merging([
        "fields": .list(["protection.shelter"]), "sensitive_told": .text("yes"),
      ]) { $1 }, code)
    let record = try draft(
      code,
      [
        "fields": .list(["protection.shelter"]),
        "consent_ref": .text(Hexadecimal.text(consent.bytes)),
      ])
    let stop = try desk.stop { _ = try letter(record, code) }
    #expect(stop?.reason == .shelterOnPaper && stop?.names.map(\.text) == ["protection.shelter"])
    #expect(try state(record, code) == .draft)
  }

  // MARK: The other pages

  @Test func aConsentSheetNamesFieldsAndReadsNone() throws {
    let code = try desk.opened()
    let consent = try desk.consent(
      ["fields": .list(["person.full_name", "support"]), "sensitive_told": .text("yes")], code)
    let paper = try desk.office.act("social") { casework, session in
      try casework.consentSheet(consent, of: code, as: session)
    }
    #expect(paper.named.map(\.qualifiedName) == ["person.full_name"])
    #expect(paper.classes == [.support])
    #expect(paper.data["person.full_name"] == nil)
    let empty = try desk.office.act("social") { casework, session in
      try casework.consentSheet(nil, of: code, as: session)
    }
    #expect(empty.record == nil && empty.named.isEmpty)
    #expect(throws: CaseworkError.noSuchRecord) {
      try desk.office.act("social") { casework, session in
        _ = try casework.consentSheet(
          RecordID(bytes: [UInt8](repeating: 7, count: 16)), of: code, as: session)
      }
    }
  }

  @Test func aReceiptDoesNotSayHowToReachThem() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    let paper = try desk.office.act("social") { casework, session in
      try casework.receipt(of: request, of: code, as: session)
    }
    #expect(paper["request.received"]?.value.state == .given)
    #expect(paper["request.due"]?.value.state == .given)
    #expect(paper["request.safe_answer"] == nil)
  }

  @Test func aSummaryHasNoRestrictedClass() throws {
    let code = try desk.opened()
    try desk.record(
      "protection", ["shelter": .text("nhà số 5"), "risk_own_words": .text("sợ về nhà")], code)
    try desk.record("identification", ["statement.text": .text("lời kể")], code)
    let paper = try desk.office.act("lead") { casework, session in
      try casework.summary(of: code, for: nil, as: session)
    }
    #expect(paper.data["person.full_name"] == .text("Lò Thị Mây"))
    let classes = Set(paper.data.records.flatMap(\.fields).map(\.definition.fieldClass))
    #expect(classes.isSubset(of: [.identity, .support, .operations]))
    #expect(paper.data["protection.shelter"] == nil)
    let line = try #require(try desk.acts(since: paper.entry).first)
    #expect(line.act == "print" && line.outcome == "ok")
  }

  @Test func whoHasNothingToDoWithTheCasePrintsNothing() throws {
    let code = try desk.opened()
    #expect(throws: CaseworkError.self) {
      try desk.office.act("health") { casework, session in
        _ = try casework.summary(of: code, for: nil, as: session)
      }
    }
    #expect(throws: CaseworkError.self) {
      try desk.office.act("auditor") { casework, session in
        _ = try casework.printAccesses(1, of: code, as: session)
      }
    }
    #expect(try desk.acts(since: 0).last { $0.act == "print" }?.outcome == "denied")
  }

  @Test func aBlankFormHasTheQuestionsInTheirOrder() throws {
    let form = try desk.office.act("health") { casework, session in
      try casework.blankForm("protection", as: session)
    }
    let names = form.fields.map(\.qualifiedName)
    let words = try #require(names.firstIndex(of: "protection.risk_own_words"))
    let level = try #require(names.firstIndex(of: "protection.risk_level"))
    #expect(words < level && !names.contains("protection.entered_at"))
    #expect(throws: CaseworkError.noSuchForm) {
      try desk.office.act("social") { casework, session in
        _ = try casework.blankForm("nowhere", as: session)
      }
    }
    #expect(throws: CaseworkError.self) {
      try desk.office.act("auditor") { casework, session in
        _ = try casework.blankForm("reception", as: session)
      }
    }
  }
}
