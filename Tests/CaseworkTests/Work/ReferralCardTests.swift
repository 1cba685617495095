import Sealing
import Testing

@testable import Casework
@testable import Vault

/// A referral to another office's vault as one sealed file, and the words that go back and forth about it.
@Suite(.serialized) struct ReferralCardTests {
  let pair: TransferPair
  static let office = "Sở Y tế Lào Cai"

  init() throws { pair = try TransferPair.shared() }

  // MARK: Steps

  func draft(
    _ code: CaseCode, fields: [String] = ["person.full_name"], to office: String = Self.office,
    on basis: [String: FieldInput]? = nil
  ) throws -> RecordID {
    var answers: [String: FieldInput] = [
      "referral_to": .text(office), "purpose": .text("protection"), "fields": .list(fields),
    ]
    let consent =
      try basis ?? ["consent_ref": .text(name(pair.consent(code, ["fields": .list(fields)])))]
    answers.merge(consent) { $1 }
    return try pair.here.act("social") { casework, session in
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      return try #require(try casework.referrals(of: code, as: session).lines.last?.record)
    }
  }

  func name(_ record: RecordID) -> String { Hexadecimal.text(record.bytes) }

  func send(
    _ record: RecordID, _ code: CaseCode, by handle: String = "lead", to card: VaultCard? = nil
  ) throws -> SentReferralFile {
    let card = try card ?? pair.card(pair.there, Self.office)
    return try pair.here.act(handle) { casework, session in
      try casework.send(record, of: code, to: card, until: nil, for: .careManagement, as: session)
    }
  }

  func receive(_ bytes: [UInt8], by handle: String = "lead") throws -> ReceivedReferral {
    let card = try pair.card(pair.here, "Sở Y tế Yên Bái")
    return try pair.there.act(handle) { casework, session in
      try casework.receiveReferral(
        casework.openTransfer(bytes, from: card, as: session), as: session)
    }
  }

  func tell(
    _ word: ReferralWord, _ record: RecordID, _ code: CaseCode, in office: CaseOffice,
    by handle: String = "lead", _ reply: String? = nil
  ) throws -> [UInt8] {
    let input = FormInput(texts: reply.map { ["reply": $0] } ?? [:])
    return try office.act(handle) { casework, session in
      try casework.tell(word, of: record, input, in: code, as: session).note
    }
  }

  func hear(
    _ note: [UInt8], _ code: CaseCode, in office: CaseOffice, from other: CaseOffice,
    named: String = Self.office
  ) throws -> ReferralState {
    let card = try pair.card(other, named)
    return try office.act("lead") { casework, session in
      try casework.takeIn(word: note, from: card, in: code, as: session).state
    }
  }

  func state(
    _ record: RecordID, _ code: CaseCode, _ office: CaseOffice
  ) throws -> ReferralState? {
    try office.act("lead") { casework, session in
      try casework.referrals(of: code, as: session).lines.first { $0.record == record }?.state
    }
  }

  func fault(_ body: () throws -> Void) throws -> VaultError? {
    do {
      try body()
      return nil
    } catch CaseworkError.vault(.noted(let error, _)) {
      return error
    } catch CaseworkError.vault(let error) { return error }
  }

  // MARK: The whole way

  @Test func oneFileWithTheNamedFieldsGoesAndIsAnswered() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let sent = try send(record, code)
    #expect(sent.office == Self.office && sent.due == sent.lastDay)
    // Padded: how much is in it does not show.
    #expect(sent.bytes.count < 6_000)
    let taken = try receive(sent.bytes)
    #expect(taken.record == record && taken.due == sent.due)
    let new = try CaseCode(taken.code)
    let page = try pair.page(pair.there, new)
    #expect(page["person.full_name"] == .text("Lò Thị Mây"))
    #expect(page["person.birth_date"] == nil && page.values("consent.recipient").isEmpty)
    #expect(page["case.status"] == .text("reported"))
    #expect(page.values("referral.code") == [.text(code.text)])
    #expect(page.values("referral.consent_ref").isEmpty)
    // It waits for that office, with the limit that it had.
    let waiting = try pair.there.act("lead") { casework, session in
      try casework.referrals(as: session).lines
    }
    #expect(waiting.contains { $0.record == record && $0.isMine })

    let accepted = try tell(.accepted, record, new, in: pair.there)
    #expect(try hear(accepted, code, in: pair.here, from: pair.there) == .accepted)
    #expect(try state(record, code, pair.here) == .accepted)
    let done = try tell(.done, record, new, in: pair.there)
    #expect(try hear(done, code, in: pair.here, from: pair.there) == .done)
    // Each word counts once, where it follows.
    #expect(
      try pair.stop { _ = try hear(accepted, code, in: pair.here, from: pair.there) }?.reason
        == .referralState)
    #expect(try pair.areSound())
  }

  @Test func itIsRejectedWithAReasonOrTakenBack() throws {
    let code = try pair.opened()
    let (first, second) = (try draft(code), try draft(code, fields: ["person.birth_date"]))
    let rejected = try CaseCode(try receive(try send(first, code).bytes).code)
    let revoked = try CaseCode(try receive(try send(second, code).bytes).code)
    #expect(
      try pair.stop { _ = try tell(.rejected, first, rejected, in: pair.there) }?.reason
        == .rejectionReason)
    let no = try tell(.rejected, first, rejected, in: pair.there, "không đủ người")
    // The reason does not lie in the clear in what is carried.
    #expect(!String(decoding: no, as: UTF8.self).contains("người"))
    #expect(try hear(no, code, in: pair.here, from: pair.there) == .rejected)
    // Nothing of what was not taken on is kept there.
    #expect(try fault { _ = try pair.page(pair.there, rejected) } != nil)
    let back = try tell(.revoked, second, code, in: pair.here)
    #expect(
      try hear(back, revoked, in: pair.there, from: pair.here, named: "Sở Y tế Yên Bái") == .revoked
    )
    #expect(try state(second, revoked, pair.there) == .revoked)
    // The second copy of one case is linked to the first.
    #expect(try pair.page(pair.there, revoked).values("link.code") == [.text(rejected.text)])
    #expect(try pair.areSound())
  }

  /// What the office did itself with the file stays.
  @Test func whatWasWorkedOnIsKeptWhenItIsRejected() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let new = try CaseCode(try receive(try send(record, code).bytes).code)
    try pair.there.act("lead") { casework, session in
      _ = try casework.record(
        "case", FormInput(texts: ["person_category": "in_process_vn_domestic"]), of: new,
        as: session)
    }
    let told = try pair.there.act("lead") { casework, session in
      try casework.tell(
        .rejected, of: record, FormInput(texts: ["reply": "quá tải"]), in: new, as: session)
    }
    #expect(!told.isFileGone)
    #expect(try pair.page(pair.there, new)["person.full_name"] == .text("Lò Thị Mây"))
    #expect(try pair.areSound())
  }

  /// What the person keeps from an office by its card it is not sent under another name either.
  @Test(arguments: [true, false]) func anOfficeIsKnownByItsVault(_ byCard: Bool) throws {
    let (code, other) = (try pair.opened(), "Trung tâm đổi tên")
    let card = try pair.card(pair.there, Self.office)
    try pair.here.act("social") { casework, session in
      let name = byCard ? [:] : ["excluded_unit": Self.office]
      _ = try casework.restrict(
        "person.full_name", from: nil, FormInput(texts: name), card: byCard ? card : nil, of: code,
        as: session)
    }
    let consent = try pair.consent(
      code, ["fields": .list(["person.full_name"]), "recipient": .text(other)])
    let record = try draft(code, to: other, on: ["consent_ref": .text(name(consent))])
    let renamed = try pair.card(pair.there, other)
    let stop = try pair.stop { _ = try send(record, code, to: renamed) }
    #expect(stop?.reason == (byCard ? .keptFromOffice : nil))
    // By the name alone too, where the card was of that name.
    let consented = try pair.consent(code, ["fields": .list(["person.full_name"])])
    #expect(
      try pair.stop { _ = try draft(code, on: ["consent_ref": .text(name(consented))]) }?.reason
        == .keptFromOffice)
  }

  // MARK: What is not taken in

  private func expectOtherKind(
    _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let refused = #expect(throws: CaseworkError.self, sourceLocation: place) { try body() }
    guard case .vault(.noted(.file(.otherKind), _)) = refused else {
      Issue.record("no entry says so", sourceLocation: place)
      return
    }
  }

  @Test func eachOnceAndByALead() throws {
    let code = try pair.opened()
    let bytes = try send(try draft(code), code).bytes
    #expect(try fault { _ = try receive(bytes, by: "social") } != nil)
    try expectOtherKind { _ = try pair.receive(bytes, by: "lead") }
    _ = try receive(bytes)
    guard case .transferRefused(.receivedBefore, _) = try fault({ _ = try receive(bytes) }) else {
      Issue.record("taken in twice")
      return
    }
    // A referral is no whole case, and the other way about.
    let whole = try pair.send(.file, try pair.opened(), on: .provision("L53_27_5_facility"))
    try expectOtherKind { _ = try receive(whole) }
    for place in [20, 100, 700, bytes.count - 3] {
      var bent = bytes
      bent[place] ^= 1
      #expect(try fault { _ = try receive(bent) } != nil, "\(place)")
    }
  }

  /// What a changed program would put in beside what was named.
  @Test(arguments: ["more", "history", "consent", "late", "provision"])
  func moreThanWasNamedIsNotTakenIn(_ how: String) throws {
    let code = try pair.opened()
    let record = try draft(code)
    let card = try pair.card(pair.there, Self.office)
    let bytes = try pair.here.act("lead") { casework, session in
      let id = try casework.id(of: code)
      let book = casework.book
      func field(_ name: String) throws -> FieldID { try #require(book[name]?.id) }
      var named = Set([try field("person.full_name")])
      if how == "more" { named.insert(try field("person.birth_date")) }
      if how == "consent" { named.insert(try field("consent.recipient")) }
      let read = try casework.vault.read(named, of: id, for: .careManagement, as: session)
      var writing = CaseWriting(.referralSend)
      writing.records = [
        RecordChange(
          .existing(record), entity: try #require(book.entity(named: "referral")?.number),
          fields: [try field("referral.state"): .text("sent")])
      ]
      let basis = how == "provision" ? "provision L99" : "consent " + name(record)
      var order = ReferralOrder(
        record, of: code.text, to: card, lists: try casework.transferLists(),
        on: TransferBasis(basis, until: how == "late" ? 1_700_000_000_000 : nil),
        copies: read.records, writing: writing)
      order.entity = try #require(book.entity(named: "referral")?.number)
      order.own = [
        try field("referral.fields"): .list(["person.full_name"]),
        try field("referral.state"): .text(how == "history" ? "done" : "sent"),
      ]
      return try casework.vault.refer(order, of: id, as: session).bytes
    }
    switch how {
    case "late": #expect(try pair.stop { _ = try receive(bytes) }?.reason == .transferEnded)
    case "provision":
      #expect(try pair.stop { _ = try receive(bytes) }?.reason == .provisionOtherAct)
    default: #expect(try fault { _ = try receive(bytes) } == .file(.content))
    }
  }

  // MARK: Words

  @Test func aWordIsHeldAgainstTheCardAndTheFile() throws {
    let code = try pair.opened()
    let (record, second) = (try draft(code), try draft(code, fields: ["person.birth_date"]))
    let new = try CaseCode(try receive(try send(record, code).bytes).code)
    _ = try send(second, code)
    let note = try tell(.accepted, record, new, in: pair.there)
    func refused(_ note: [UInt8], _ named: String = Self.office) throws -> VaultError? {
      try fault { _ = try hear(note, code, in: pair.here, from: pair.there, named: named) }
    }
    // Another card than the one that it was sealed to, another case, a changed or forged word.
    #expect(try refused(note, "Sở Y tế Hà Nội") == .transfer(.answerOther))
    let other = try pair.opened()
    #expect(
      try fault { _ = try hear(note, other, in: pair.here, from: pair.there) }
        == .transfer(.answerOther))
    let text = String(decoding: note, as: UTF8.self)
    for (old, new) in [("accepted", "done"), (name(record), name(second))] {
      let bent = Array(text.replacing(old, with: new).utf8)
      #expect(try refused(bent) == .transfer(old == "accepted" ? .answerSignature : .answerOther))
    }
    #expect(try refused(Array(text.dropLast(9).utf8)) == .transfer(.answerForm))
    // Who sent it does not answer it; who received it does not take it back.
    let own = try pair.stop { _ = try tell(.accepted, record, code, in: pair.here) }
    #expect(own?.reason == .notBetweenOffices)
    let back = try pair.stop { _ = try tell(.revoked, record, new, in: pair.there) }
    #expect(back?.reason == .notBetweenOffices)
    // Only a lead's signature is on the card, and without a file nobody hears of it.
    let plain = try pair.stop {
      try pair.there.act("lead") { casework, session in
        _ = try casework.accept(record, of: new, as: session)
      }
    }
    #expect(plain?.reason == .answerFile)
    #expect(try hear(note, code, in: pair.here, from: pair.there) == .accepted)
  }
}
