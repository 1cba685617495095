import Testing
import Vault

@testable import Casework

/// The name of the shelter stands in no list and on no page because it is also that of a recipient.
@Suite struct ShelterNamesTests {
  private let desk: ReleaseOffice
  private static let name = "Nhà An Bình"

  init() throws { desk = try ReleaseOffice.shared() }

  private func drafted(_ fields: [String]) throws -> (code: CaseCode, consent: RecordID) {
    let code = try desk.opened()
    let consent = try desk.consent(
      [
        "purpose": .text("shelter"), "recipient": .text(Self.name), "fields": .list(fields),
        "sensitive_told": .text("yes"),
      ], code)
    try desk.office.act("social") { casework, session in
      _ = try casework.draft(
        FormInput([
          "referral_to": .text(Self.name), "purpose": .text("shelter"),
          "fields": .list(["person.full_name"]),
          "consent_ref": .text(Hexadecimal.text(consent.bytes)),
        ]), of: code, as: session)
    }
    return (code, consent)
  }

  private func told(_ page: CasePage) -> Set<FieldValue> {
    Set(
      ["consent.recipient", "referral.referral_to", "release.released_to"].flatMap {
        page.values($0)
      })
  }

  @Test func noListAndNoPageNamesIt() throws {
    let (code, consent) = try drafted(["person.full_name"])
    let letter = try desk.office.act("social") { casework, session in
      let record = try #require(try casework.referrals(of: code, as: session).lines.last)
      #expect(record.recipient == PageField.placeOfShelter)
      return try casework.letter(of: record.record, of: code, for: .legal, as: session)
    }
    // It goes to them, and the person signs to whom.
    #expect(letter["referral.referral_to"]?.value == .text(Self.name))
    let phrase = FieldValue.text(PageField.placeOfShelter)
    try desk.office.act("social") { casework, session in
      let sheet = try casework.consentSheet(consent, of: code, as: session)
      #expect(sheet["consent.recipient"]?.value == .text(Self.name))
      for form in ["consent", "referral"] {
        let page = try casework.show(form, of: code, for: nil, as: session)
        #expect(told(page) == [phrase], "\(form)")
      }
      let summary = try casework.summary(of: code, for: .operations, as: session)
      #expect(told(summary.data) == [phrase])
    }
  }

  /// Somebody of the shelter was given something, and it is taken back.
  @Test func neitherTheHistoryNorAWithdrawalNamesIt() throws {
    for fields in [["person.full_name"], ["person.full_name", "protection.shelter"]] {
      let name = fields.count > 1 ? "legal" : PageField.placeOfShelter
      let code = try desk.opened()
      let consent = try desk.consent(
        [
          "purpose": .text("shelter"), "recipient": .text("legal"), "fields": .list(fields),
          "sensitive_told": .text("yes"),
        ], code)
      try desk.share(["person.full_name"], code, on: .consent(consent), purpose: "shelter")
      try desk.office.act("social") { casework, session in
        let taken = try casework.withdraw(
          consent, FormInput(texts: ["reason": "đổi ý"]), of: code, as: session)
        #expect(taken.ending.recipients == [name])
        for form in ["consent", "referral"] {
          let told = try casework.history(form, of: code, for: nil, as: session).versions
            .map(\.field).filter {
              ShelterNames.named.contains($0.definition.qualifiedName) && $0.value.state == .given
            }.map(\.value)
          #expect(!told.isEmpty && told.allSatisfy { [.text(name), .list([name])].contains($0) })
        }
        // Who is to be told stands in the file as it is.
        let look = try casework.look(
          at: casework.id(of: code), casework.book.ids(["consent.to_tell"]), as: session)
        let known = look.records.records(of: "consent").map {
          look.records.items("consent.to_tell", in: $0)
        }
        #expect(known == [["legal"]])
      }
    }
  }

  @Test func whereTheVeryFieldIsConsentedToItStands() throws {
    let (code, _) = try drafted(["person.full_name", "protection.shelter"])
    try desk.office.act("social") { casework, session in
      let page = try casework.show("consent", of: code, for: nil, as: session)
      #expect(told(page) == [.text(Self.name)])
    }
  }

  /// Another recipient is named as ever.
  @Test func othersAreNamed() throws {
    let code = try desk.opened()
    _ = try desk.consent([:], code)
    try desk.office.act("social") { casework, session in
      let page = try casework.show("consent", of: code, for: nil, as: session)
      #expect(told(page) == [.text("legal")])
    }
  }

  @Test func aTransferByAProvisionLeavesItOut() throws {
    let pair = try TransferPair.shared()
    let code = try pair.opened()
    _ = try pair.consent(
      code,
      [
        "purpose": .text("shelter"), "recipient": .text(Self.name),
        "fields": .list(["person.full_name"]),
      ])
    let basis = ReleaseBasis.provision("L53_27_5_facility")
    let card = try pair.card(pair.there)
    let told = try pair.here.act("lead") { casework, session in
      try casework.staysBehind(code, on: basis, as: session).map(\.qualifiedName)
    }
    #expect(told == ["consent.recipient"])
    let left = try pair.here.act("lead") { casework, session in
      try casework.transfer(.file, of: code, to: card, on: basis, as: session).leftOut
    }
    #expect(left.compactMap { Book.builtIn[$0]?.qualifiedName } == ["consent.recipient"])
  }

  /// A file goes with its history: what was taken out of a text since does not go with it either, nor what named the place
  /// of before. Of a text whose newest words name it, nothing goes.
  @Test func aTransferLeavesOutWhatNamedItBefore() throws {
    let pair = try TransferPair.shared()
    let code = try pair.opened()
    func record(_ form: String, _ texts: [String: String]) throws {
      try pair.here.act("social") { casework, session in
        _ = try casework.record(form, FormInput(texts: texts), of: code, as: session)
      }
    }
    try record("protection", ["shelter": "Nhà Mây Trắng"])
    try record("support", ["follow_up_notes": "khỏe"])
    try record("support", ["follow_up_notes": "gặp tại nhà an bình 3"])
    try record("support", ["follow_up_notes": "gặp tại nhà"])
    try record("support", ["goals": "ở Nhà Mây Trắng đến tháng sau"])
    try record("protection", ["shelter": "Nhà An Bình 3"])
    let card = try pair.card(pair.there)
    let sent = try pair.here.act("lead") { casework, session in
      try casework.transfer(
        .file, of: code, to: card, on: .provision("L53_27_5_facility"), as: session)
    }
    let names = Set(sent.leftOut.compactMap { Book.builtIn[$0]?.qualifiedName })
    #expect(
      names == ["protection.shelter", "reintegration.follow_up_notes", "plan.goals"])
    let taken = try CaseCode(try pair.receive(sent.bytes, by: "lead").code)
    try pair.there.act("lead") { casework, session in
      let history = try casework.history(
        "support", of: taken, classes: [.support], for: .careManagement, as: session)
      let told = history.versions.map(\.field).filter {
        ["reintegration.follow_up_notes", "plan.goals"].contains($0.definition.qualifiedName)
      }
      #expect(Set(told.map(\.value)) == [.text("khỏe"), .text("gặp tại nhà")])
    }
  }
}
