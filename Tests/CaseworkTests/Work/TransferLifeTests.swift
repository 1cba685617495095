import Testing
import Vault

@testable import Casework

/// A file goes from one office to the next under the built-in rule book: only with a lawful basis, whole, and
/// as the same file with another code.
@Suite(.serialized) struct TransferLifeTests {
  private let pair: TransferPair

  init() throws { pair = try TransferPair.shared() }

  // MARK: The whole way

  @Test func theFileGoesOnElsewhere() throws {
    let (here, there) = (pair.here, pair.there)
    let code = try pair.opened()
    let consent = try pair.consent(code)
    let before = try pair.page(here, code)
    let file = try pair.send(.file, code, on: .consent(consent))
    let clinical = try pair.send(.clinical, code)
    there.wait(days: 0.01)
    let taken = try there.act("lead") { casework, _ in casework.moment }
    let first = try pair.receive(file, by: "lead")
    let second = try pair.receive(clinical, by: "duty")
    #expect(first.code == second.code && first.code != code.text)
    let after = try pair.page(there, CaseCode(first.code))
    for name in ["case.status", "case.legal_regime", "case.received_at", "person.full_name"] {
      #expect(after[name] == before[name], "\(name)")
    }
    #expect(after["case.case_code"] == .text(first.code))
    #expect(after["case.owner"] == .absent(.notAsked))
    // Here it is opened by the taking in.
    let opened = try #require(after["case.opened_at"].flatMap(CaseRecords.moment))
    let sent = try #require(before["case.opened_at"].flatMap(CaseRecords.moment))
    #expect(opened >= taken && taken > sent)
    #expect(after.rules?.day == before.rules?.day)
    #expect(after["case.transfer"] == nil)
    #expect(after.clocks.map(\.item.text) == before.clocks.map(\.item.text))
    #expect(!after.clocks.isEmpty)
    // What the release rests on is recorded here.
    let released = try pair.page(here, code)
    #expect(released.values("release.basis") == [.text("consent_person")])
    #expect(released.values("release.consent_ref") == [.bytes(consent.bytes)])
    #expect(released["case.status"] == .text("received"))
    let queue = try there.act("lead") { casework, session in
      try casework.list(.unowned, as: session)
    }
    #expect(queue.cases.contains { $0.code == first.code })
    try end(code, [first.acceptance, second.acceptance])
  }

  /// What nobody has decided would be destroyed with the keys here, and be nowhere over there.
  @Test func whatWaitsForASecondPersonStaysTheFile() throws {
    let here = pair.here
    let code = try pair.opened()
    let consent = try pair.consent(code)
    try here.act("social") { casework, session in
      _ = try casework.close(
        code, to: "closed", FormInput(texts: ["closure_reason": "died"]),
        naming: Casework.closingFields, as: session)
    }
    let stop = try pair.stop { _ = try pair.send(.file, code, on: .consent(consent)) }
    #expect(stop?.reason == .asksWait && stop?.obstacle == .state)
    try here.act("lead") { casework, session in
      let ask = try #require(
        try casework.approvals(as: session).asks.last { $0.caseCode == code.text })
      _ = try casework.refuseApproval(ask.ask.entry, as: session)
    }
    #expect(try pair.stop { _ = try pair.send(.file, code, on: .consent(consent)) } == nil)
  }

  private func end(_ code: CaseCode, _ acceptances: [[UInt8]]) throws {
    let (here, there) = (pair.here, pair.there)
    let card = try pair.card(there)
    let entry = try here.act("lead") { casework, session in
      try casework.finishTransfer(of: code, on: acceptances, by: card, as: session)
    }
    #expect(entry > 0)
    #expect(throws: CaseworkError.self) { try pair.page(here, code) }
    let queue = try here.act("lead") { casework, session in try casework.list(as: session) }
    #expect(!queue.cases.contains { $0.code == code.text } && queue.unopened == 0)
    for office in [here, there] {
      let verdict = try office.act("lead") { casework, session in
        try casework.vault.verifyLog(as: session)
      }
      #expect(verdict.findings == [])
    }
  }

  // MARK: Consents that came along

  /// They name a colleague, or an office, of over there: here the handle can be somebody else's.
  @Test func aConsentThatCameAlongCarriesNothingHere() throws {
    let answers: [String: FieldInput] = [
      "recipient": .text("legal"), "purpose": .text("legal_aid"),
      "fields": .list(["person.full_name"]),
    ]
    let code = try pair.opened()
    let (whole, named) = (try pair.consent(code), try pair.consent(code, answers))
    let file = try pair.send(.file, code, on: .consent(whole))
    let new = try CaseCode(try pair.receive(file, by: "lead").code)
    let stop = try #require(try pair.stop { try share(new, on: named) })
    #expect(stop.reason == .consentFromElsewhere && stop.obstacle == .consent)
    #expect(stop.citation != nil)
    let onward = try pair.stop {
      let card = try pair.card(pair.here)
      try pair.there.act("lead") { casework, session in
        _ = try casework.transfer(.file, of: new, to: card, on: .consent(whole), as: session)
      }
    }
    #expect(onward?.reason == .consentFromElsewhere)
    // Recorded anew it is one of this vault.
    try pair.there.act("lead") { casework, session in
      _ = try casework.assign("social", to: new, owner: true, as: session)
    }
    // Nor is a referral drafted on it, which would be refused when it is sent.
    #expect(try pair.stop { try draft(new, on: named) }?.reason == .consentFromElsewhere)
    let anew = try pair.consent(new, answers, in: pair.there)
    #expect(try pair.stop { try draft(new, on: anew) } == nil)
    #expect(try pair.stop { try share(new, on: anew) } == nil)
    #expect(try pair.areSound())
  }

  private func draft(_ code: CaseCode, on consent: RecordID) throws {
    try pair.there.act("social") { casework, session in
      _ = try casework.draft(
        FormInput([
          "referral_to": .text("legal"), "receiver": .text("legal"), "purpose": .text("legal_aid"),
          "fields": .list(["person.full_name"]),
          "consent_ref": .text(Hexadecimal.text(consent.bytes)),
        ]), of: code, as: session)
    }
  }

  private func share(_ code: CaseCode, on consent: RecordID) throws {
    let day = try #require(try PartialDate("2026-12-31").exactDay)
    try pair.there.act("lead") { casework, session in
      _ = try casework.share(
        Casework.Sharing(
          ["person.full_name"], with: "legal", until: day, on: .consent(consent),
          purpose: "legal_aid"), of: code, for: .legal, as: session)
    }
  }

  /// The step itself does not go by itself: only the other office's word takes it.
  @Test func noStepByHand() throws {
    let code = try pair.opened()
    #expect(throws: CaseworkError.self) {
      try pair.here.act("lead") { casework, session in
        _ = try casework.step(code, to: "transferred", as: session)
      }
    }
  }

  // MARK: The basis

  /// Why a lead may not hand it over, or nil.
  private func stop(
    _ code: CaseCode, on basis: ReleaseBasis?
  ) throws -> RuleStop? {
    do {
      _ = try pair.send(.file, code, on: basis)
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  @Test func withoutABasisNothingGoes() throws {
    let code = try pair.opened()
    let none = try #require(try stop(code, on: nil))
    #expect(none.reason == .transferBasis && none.obstacle == .consent && none.entry != nil)
    let strange = try #require(
      try pair.here.act("lead") { casework, session in
        try casework.show("person", of: code, for: nil, as: session).records.first
      })
    #expect(try stop(code, on: .consent(strange.id))?.reason == .consentMissing)
    #expect(throws: CaseworkError.form([FieldFault(field: "provision", fault: .unknownCode)])) {
      _ = try pair.send(.file, code, on: .provision("because"))
    }
  }

  @Test(arguments: [
    ("recipient", FieldInput.text("Sở Y tế Hà Nội"), StopReason.consentOtherRecipient),
    ("expires_at", .text("2026-09-20"), .consentExpired),
    ("fields", .list(["support", "identity"]), .consentLacksFields),
  ]) func consentsThatDoNotDo(
    _ name: String, _ answer: FieldInput, _ reason: StopReason
  ) throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, [name: answer])
    let stopped = try #require(try stop(code, on: .consent(consent)))
    // What it lacks is named, class by class.
    if reason == .consentLacksFields {
      #expect(
        stopped.names.map(\.told) == ["sensitive", "clinical", "safety", "vital"],
        "\(stopped.names.map(\.told))")
    }
    #expect(stopped.reason == reason && stopped.entry != nil)
  }

  @Test func aConsentThatWasWithdrawn() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    try pair.here.act("social") { casework, session in
      _ = try casework.withdraw(
        consent, FormInput(texts: ["reason": "đổi ý"]), of: code, as: session)
    }
    #expect(try stop(code, on: .consent(consent))?.reason == .consentWithdrawn)
  }

  /// Where somebody is hidden goes only by that very name.
  @Test func thePlaceOfShelter() throws {
    let code = try pair.opened()
    try pair.here.act("social") { casework, session in
      _ = try casework.record(
        "protection", FormInput(texts: ["room": "Phòng 3"]), of: code, as: session)
    }
    let broad = try pair.consent(code)
    let stopped = try #require(try stop(code, on: .consent(broad)))
    #expect(stopped.names.count == 1)
    let named = try pair.consent(
      code, ["fields": .list(TransferPair.everything + ["protection.room"])])
    #expect(try stop(code, on: .consent(named)) == nil)
  }

  @Test func aProvisionOfTheLaw() throws {
    let code = try pair.opened()
    _ = try pair.send(.file, code, on: .provision("L53_27_5_facility"))
    let page = try pair.page(pair.here, code)
    #expect(page.values("release.basis") == [.text("legal_provision")])
    #expect(
      page.values("release.citation") == [.text("Law 53/2024 Art. 27(5)")])
  }

  /// Where somebody is hidden leaves on their own word, by whatever law the rest may go.
  @Test func noProvisionTakesAShelterAlong() throws {
    let code = try pair.opened()
    try pair.here.act("social") { casework, session in
      _ = try casework.record(
        "protection", FormInput(texts: ["shelter": "nhà số 5"]), of: code, as: session)
    }
    let basis = ReleaseBasis.provision("L53_27_5_facility")
    let card = try pair.card(pair.there)
    let (kept, sent) = try pair.here.act("lead") { casework, session in
      (
        try casework.staysBehind(code, on: basis, as: session),
        try casework.transfer(.file, of: code, to: card, on: basis, as: session)
      )
    }
    let shelter = try Book.field("protection.shelter")
    #expect(kept.map(\.id) == [shelter.id] && sent.leftOut == [shelter.id])
    let taken = try CaseCode(try pair.receive(sent.bytes, by: "lead").code)
    let there = try pair.there.act("lead") { casework, session in
      try casework.show(
        nil, of: taken, classes: [.safety, .identity], for: .careManagement, as: session)
    }
    #expect(there["person.full_name"] == .text("Lò Thị Mây"))
    #expect(there["protection.shelter"] == nil)
    // Here it opens until the transfer is finished.
    let here = try pair.here.act("lead") { casework, session in
      try casework.show(
        "protection", of: code, classes: [.safety], for: .careManagement, as: session)
    }
    #expect(here["protection.shelter"] == .text("nhà số 5"))
  }

  /// The refusal says of which fields, so that somebody can ask the person about them.
  @Test func whatThePersonKeepsFromSomebodyIsNamed() throws {
    let code = try pair.opened()
    try pair.here.act("social") { casework, session in
      for field in ["person.phone", "person.birth_date"] {
        _ = try casework.restrict(
          field, from: nil, FormInput(texts: ["excluded_unit": "Công an phường"]), of: code,
          as: session)
      }
    }
    let stop = try #require(try stop(code, on: .provision("L53_27_5_facility")))
    #expect(stop.reason == .keptAtTransfer && stop.obstacle == .restricted && stop.entry != nil)
    #expect(Set(stop.names.map(\.told)) == ["person.phone", "person.birth_date"])
  }

  /// A value of a kind that the field does not hold is no case of ours.
  @Test func valuesOfAnotherKind() {
    let book = Book.builtIn
    func strange(_ name: String, _ value: FieldValue) -> Bool {
      book[name].map { !$0.takes(value) } ?? true
    }
    #expect(strange("person.full_name", .integer(1)) && strange("person.birth_date", .text("x")))
    #expect(strange("person.alias_names", .text("x")) && strange("case.owner", .text("x")))
    #expect(!strange("person.full_name", .absent(.declined)))
    #expect(!strange("person.alias_names", .list([])) && !strange("case.owner", .bytes([1])))
  }
}
