import Testing
import Vault

@testable import Casework

/// Who lacks capacity is spoken for by a guardian, or whom the court appointed, also when they are of age.
@Suite(.serialized) struct ConsentOfAdultTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func stop(by representative: RecordID, _ code: CaseCode) throws -> RuleStop? {
    try desk.stop { _ = try desk.consent(desk.given(by: representative), code) }
  }

  @Test(arguments: ["guardian", "court"])
  func itHoldsWithTheBasisAndItsPaper(_ basis: String) throws {
    let code = try desk.opened(born: "1990")
    let guardian = try desk.representative(["representative.basis": .text(basis)], code)
    let paper = try stop(by: guardian, code)
    #expect(paper?.reason == .adultsSpeak)
    #expect(paper?.names.map(\.told) == ["representative.paper"])
    try desk.record(
      "person", ["representative.paper": .text("quyết định 12/2026/QĐST-DS")], code,
      correcting: guardian)
    let consent = try desk.consent(desk.given(by: guardian), code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    // No birthday ends it, and nobody waits for a word of theirs.
    try desk.office.act("social") { casework, session in
      let page = try casework.show(nil, of: code, for: nil, as: session)
      #expect(page.age?.unconfirmed ?? 0 == 0)
      #expect(!page.clocks.contains { $0.item.clock == "consent_of_age_tell" })
    }
    // A perpetrator speaks for nobody.
    try desk.record(
      "person", ["representative.suspect": .text("yes")], code, correcting: guardian)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    #expect(try stop(by: guardian, code)?.reason == .representativeSuspect)
    #expect(try desk.sound())
  }

  @Test func aParentSpeaksForNobodyOfAge() throws {
    let code = try desk.opened(born: "1990")
    for basis in ["parent", "authorised", "other"] {
      let parent = try desk.representative(
        [
          "representative.basis": .text(basis), "representative.paper": .text("giấy khai sinh 3"),
        ], code)
      let stop = try stop(by: parent, code)
      #expect(stop?.reason == .adultsSpeak)
      #expect(stop?.names.map(\.told) == ["representative.basis"])
    }
  }

  /// What a guardian of a child agreed to ends with the birthday as ever.
  @Test func aGuardianOfAChildIsNone() throws {
    let code = try desk.opened(born: "2008-10-01")
    let guardian = try desk.representative(
      [
        "representative.basis": .text("guardian"), "representative.paper": .text("quyết định 7"),
      ], code)
    let id = try desk.consent(desk.given(by: guardian, ["child_agreed": .text("yes")]), code)
    let records = try desk.office.act("social") { casework, session in
      try casework.look(
        at: casework.id(of: code),
        casework.book.ids(Consent.looksAt + RepresentativeCheck.looksAt), as: session
      ).records
    }
    let consent = try #require(Consent(id, in: records))
    let birthday = try #require(CalendarDay(year: 2026, month: 10, day: 1))
    #expect(consent.stop(on: birthday.adding(days: -1)) == nil)
    #expect(consent.stop(on: birthday)?.reason == .needsConfirmation)
    #expect(consent.lastDayOfUse == birthday.adding(days: -1))
  }
}
