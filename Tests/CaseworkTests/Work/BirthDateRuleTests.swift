import Testing
import Vault

@testable import Casework

/// A birth date that is learned or put right says who may consent, and until when.
@Suite(.serialized) struct BirthDateRuleTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func born(_ day: FieldInput, _ code: CaseCode) throws -> RecordedForm {
    try desk.office.act("social") { casework, session in
      try casework.record("person", FormInput(["birth_date": day]), of: code, as: session)
    }
  }

  private func byRepresentative(_ code: CaseCode) throws -> RecordID {
    let aunt = try desk.representative([:], code)
    return try desk.consent(desk.given(by: aunt, ["child_agreed": .text("yes")]), code)
  }

  private func clocks(_ code: CaseCode) throws -> [String] {
    try desk.office.act("social") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter { $0.caseCode == code.text }
        .map(\.item.clock).filter { $0.contains("tell") }
    }
  }

  /// What a representative gave for somebody of whom it is learned that they are of age, and what somebody
  /// gave alone of whom it is learned that they are a child.
  @Test(arguments: [("2012", "2008-07-01", true), ("1999", "2012", false)])
  func whatAnotherHadToGiveEnds(_ first: String, _ then: String, _ isOther: Bool) throws {
    let code = try desk.opened(born: first)
    let consent = try isOther ? byRepresentative(code) : desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    let recorded = try born(.text(then), code)
    #expect(recorded.ending?.recipients == ["legal"] && recorded.ending?.consents == [consent])
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    let acts = try desk.acts(since: recorded.entry).prefix(3).map(\.act)
    #expect(acts == ["field.write", "consent.withdraw", "excerpt.end"])
    #expect(try clocks(code) == ["consent_ended_tell"])
    let again = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(again?.reason == (isOther ? .consentEnded : .consentEndedOwn))
    #expect(try desk.sound())
  }

  /// The same where nobody knew the age: that counts as a child's.
  @Test func anUnknownAgeThatIsLearnedEndsIt() throws {
    let code = try desk.opened(born: "2012")
    _ = try born(.state("unknown"), code)
    let consent = try byRepresentative(code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try born(.text("2008-07-01"), code).ending?.consents == [consent])
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
  }

  /// Of age sooner than was thought, and not yet: the consent stands until then, and no copy beyond it.
  @Test func copiesDoNotOutliveTheBirthday() throws {
    let code = try desk.opened(born: "2012")
    let consent = try byRepresentative(code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    let recorded = try born(.text("2008-11-15"), code)
    #expect(recorded.ending?.consents == [] && recorded.ending?.recipients == [])
    #expect(recorded.notes.map(\.reason).contains(.copiesEnded))
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    let late = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent), until: "2026-11-15")
    }
    #expect(late?.reason == .consentEndsSooner)
    try desk.share(["person.full_name"], code, on: .consent(consent), until: "2026-11-14")
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    #expect(try clocks(code).isEmpty)
  }

  /// A date that says nothing new ends nothing.
  @Test func aDateThatChangesNoWordEndsNothing() throws {
    let code = try desk.opened(born: "1999")
    let consent = try desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    #expect(try born(.text("1998-03-02"), code).ending == nil)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }
}
