import Testing
import Vault

@testable import Casework

/// What a file is handed over with, and from where it cannot be: nothing of it is lost on the way, and none goes that
/// could never leave.
@Suite(.serialized) struct TransferWholeTests {
  private let pair: TransferPair

  init() throws { pair = try TransferPair.shared() }

  private func record(
    _ form: String, _ values: [String: FieldInput], _ code: CaseCode, in office: CaseOffice,
    by handle: String = "social"
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(values), of: code, as: session)
    }
  }

  // MARK: A file that is closed

  private func close(_ code: CaseCode) throws {
    let asked = try pair.here.act("social") { casework, session in
      try casework.close(
        code, to: "closed", FormInput(texts: ["closure_reason": "died"]),
        naming: Casework.closingFields, as: session)
    }
    try pair.here.act("lead") { casework, session in
      _ = try casework.approve(asked.entry, as: session)
    }
  }

  /// No step leads from there to the end of a transfer, and both offices would hold it for good.
  @Test func aClosedFileIsMadeIntoNone() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    _ = try pair.send(.file, code, on: .consent(consent))
    try close(code)
    let before = try pair.page(pair.here, code)
    let bases: [ReleaseBasis?] = [.consent(consent), .provision("L53_27_5_facility"), nil]
    for (part, basis) in bases.map({ (TransferPart.file, $0) }) + [(.clinical, nil)] {
      let stop = try #require(try pair.stop { _ = try pair.send(part, code, on: basis) })
      #expect(stop.reason == .noStep && stop.names.map(\.told) == ["reopened"])
      #expect(stop.obstacle == .state && stop.citation != nil)
    }
    // Nor is anything told of what would stay behind.
    let told = try pair.stop {
      try pair.here.act("lead") { casework, session in
        _ = try casework.staysBehind(code, on: .provision("L53_27_5_facility"), as: session)
      }
    }
    #expect(told?.reason == .noStep)
    let after = try pair.page(pair.here, code)
    #expect(after.values("release.basis") == before.values("release.basis"))
  }

  // MARK: What it is given on

  /// Law 53/2024 Art. 3(10): no release without its basis, which is stored with it.
  @Test func theReleaseGoesWithTheFile() throws {
    let (here, there) = (pair.here, pair.there)
    let code = try pair.opened()
    let consent = try pair.consent(code)
    let file = try pair.send(.file, code, on: .consent(consent))
    let new = try CaseCode(try pair.receive(file, by: "lead").code)
    let (sent, taken) = (try pair.page(here, code), try pair.page(there, new))
    for name in ["released_to", "fields", "basis", "consent_ref", "released_at"] {
      let values = taken.values("release." + name)
      #expect(values == sent.values("release." + name) && values.count == 1, "\(name)")
    }
    #expect(taken.values("release.consent_ref") == [.bytes(consent.bytes)])
    let history = try there.act("lead") { casework, session in
      try casework.history("referral", of: new, for: .careManagement, as: session)
    }
    #expect(history.versions.contains { $0.field.definition.qualifiedName == "release.basis" })
    // When the consent is taken back there, it is known who has the file on it.
    try there.act("lead") { casework, session in
      _ = try casework.assign("social", to: new, owner: true, as: session)
    }
    let withdrawal = try there.act("social") { casework, session in
      try casework.withdraw(consent, FormInput([:]), of: new, as: session)
    }
    #expect(withdrawal.ending.offices == ["Sở Y tế Lào Cai, \(try pair.card(there).origin)"])
    #expect(try pair.areSound())
  }

  @Test func soDoesTheProvision() throws {
    let code = try pair.opened()
    let file = try pair.send(.file, code, on: .provision("L53_27_5_facility"))
    let new = try CaseCode(try pair.receive(file, by: "lead").code)
    let page = try pair.page(pair.there, new)
    #expect(page.values("release.provision") == [.text("L53_27_5_facility")])
    #expect(page.values("release.citation") == [.text("Law 53/2024 Art. 27(5)")])
    #expect(try pair.areSound())
  }

  // MARK: What lies in the log alone

  /// Legal aid answers in the log, which does not travel.
  @Test func whatLegalAidAnsweredGoesWithTheFile() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    let referral = try referred(code)
    try pair.here.act("legal") { casework, session in
      _ = try casework.accept(referral, of: code, as: session)
    }
    let file = try pair.send(.file, code, on: .consent(consent))
    let new = try CaseCode(try pair.receive(file, by: "lead").code)
    let page = try pair.page(pair.there, new)
    #expect(page.values("referral.state") == [.text("accepted")])
    #expect(!page.clocks.map(\.item.clock).contains("referral_reply"))
  }

  /// What was answered after the file was made is in no file: it is made anew.
  @Test func whatWasAnsweredSinceEndsNoTransfer() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    let referral = try referred(code)
    let bytes = [
      try pair.send(.file, code, on: .consent(consent)), try pair.send(.clinical, code),
    ]
    let accepted = try zip(bytes, ["lead", "duty"]).map { try pair.receive($0, by: $1).acceptance }
    try pair.here.act("legal") { casework, session in
      _ = try casework.accept(referral, of: code, as: session)
    }
    let card = try pair.card(pair.there)
    do {
      try pair.here.act("lead") { casework, session in
        _ = try casework.finishTransfer(of: code, on: accepted, by: card, as: session)
      }
      Issue.record("what was answered would be destroyed")
    } catch CaseworkError.vault(.transferRefused(let fault, _)) {
      #expect(fault == .changed)
    }
    #expect(try pair.page(pair.here, code).values("referral.state") == [.text("accepted")])
  }

  private func referred(_ code: CaseCode) throws -> RecordID {
    let consent = try pair.consent(
      code,
      [
        "recipient": .text("legal"), "purpose": .text("legal_aid"),
        "fields": .list(["person.full_name"]),
      ])
    return try pair.here.sentToLegalAid(code, on: consent)
  }

  // MARK: Who came along

  /// What hangs on the link to a file that is gone goes on, and whoever sets the row is told to make sure of it.
  @Test func aFileThatIsGoneTakesNothingFromTheMinor() throws {
    let here = pair.here
    let (person, child) = (try pair.opened(), try here.received(born: "2018"))
    try here.act("social") { casework, session in
      _ = try casework.link(person, to: child, as: .dependant, as: session)
    }
    try record(
      "case", ["person_category": .text("in_process_vn_domestic")], person, in: here, by: "lead")
    func set(_ row: String) throws -> [NoteReason] {
      try here.act("lead") { casework, session in
        try casework.record(
          "case", FormInput(texts: ["person_category": "minor_accompanying_" + row]), of: child,
          as: session
        ).notes.map(\.reason)
      }
    }
    #expect(try set("in_process_domestic").isEmpty)
    try leave(person)
    try record("support", ["regime": .text("a")], child, in: here)
    #expect(try set("victim") == [.principalUnseen])
    let other = try here.received(born: "1988")
    try here.act("social") { casework, session in
      _ = try casework.link(other, to: child, as: .dependant, as: session)
      _ = try casework.showSupport(of: child, for: nil, as: session)
    }
    #expect(try pair.areSound())
  }

  private func leave(_ code: CaseCode) throws {
    let consent = try pair.consent(code)
    let bytes = [
      try pair.send(.file, code, on: .consent(consent)), try pair.send(.clinical, code),
    ]
    let accepted = try zip(bytes, ["lead", "duty"]).map { try pair.receive($0, by: $1).acceptance }
    let card = try pair.card(pair.there)
    try pair.here.act("lead") { casework, session in
      _ = try casework.finishTransfer(of: code, on: accepted, by: card, as: session)
    }
  }

  // MARK: A request that waits

  /// Neither taking the file in, nor linking it to an earlier copy, nor counting its limits puts anything right.
  @Test func whatWasToBeCorrectedStillIs() throws {
    let there = pair.there
    let code = try pair.opened()
    let consent = try pair.consent(code)
    try record(
      "request",
      [
        "kind": .text("correct"), "received": .text("2026-09-20T09:00+07:00"),
        "requester": .text("self"), "identity_check": .text("căn cước"),
        "safe_answer": .text("đưa tận tay"),
      ], code, in: pair.here)
    _ = try pair.receive(try pair.send(.file, code, on: .consent(consent)), by: "lead")
    let new = try CaseCode(
      try pair.receive(try pair.send(.file, code, on: .consent(consent)), by: "lead").code)
    try there.act("lead") { casework, session in
      _ = try casework.assign("social", to: new, owner: true, as: session)
      _ = try casework.due(DueScope(), as: session)
    }
    let request = try #require(
      try there.act("social") { casework, session in
        try casework.show("request", of: new, for: nil, as: session).records.first?.id
      })
    func answer() throws {
      try there.act("social") { casework, session in
        _ = try casework.answer(
          request, FormInput(texts: ["answer": "đã sửa"]), of: new, as: session)
      }
    }
    #expect(try pair.stop { try answer() }?.reason == .nothingDone)
    try record("person", ["phone": .text("0901234568")], new, in: there)
    #expect(try pair.stop { try answer() } == nil)
  }
}
