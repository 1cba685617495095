import Testing
import Vault

@testable import Casework

/// A request ends with what was asked for, or with a ground for not doing it (Decree 356/2025 Art. 5).
extension RequestTests {
  /// Of this case alone: others work in the same office meanwhile.
  func prints(of code: CaseCode) throws -> Int {
    var found = 0
    try desk.office.act("lead") { casework, session in
      _ = try casework.accesses(of: code, as: session) { access in
        if access.line.act == "print" { found += 1 }
      }
    }
    return found
  }

  private func words(
    _ request: RecordID, _ code: CaseCode, _ more: [String: String] = [:]
  ) throws -> [RuleNote] {
    try desk.office.act("social") { casework, session in
      try casework.answer(
        request, FormInput(texts: ["answer": "đã làm"].merging(more) { $1 }), of: code, as: session
      ).notes
    }
  }

  private func refused(
    _ request: RecordID, _ code: CaseCode, _ more: [String: String] = [:]
  ) throws -> StopReason? {
    let stop = try desk.stop { _ = try words(request, code, more) }
    if let stop { #expect(stop.citation?.text == "Decree 356/2025 Art. 5") }
    return stop?.reason
  }

  @Test(arguments: ["access", "provide"])
  func whoAsksForTheirDataGetsThePage(_ kind: String) throws {
    let code = try desk.opened()
    let request = try desk.request(kind, [:], code)
    #expect(try refused(request, code) == .answeredByPage)
    // Nor by the form, past the command.
    let stop = try desk.stop {
      try desk.record(
        "request", ["done": .text("2026-09-20T09:00+07:00"), "answer": .text("đã làm")], code,
        correcting: request)
    }
    #expect(stop?.reason == .answeredByPage && stop?.names.map(\.text) == [kind])
    try desk.answerByPage(request, code)
    let other = try desk.request(kind, [:], code)
    _ = try words(other, code, ["refusal": "endangers_other", "refusal_reason": "lộ nhân chứng"])
  }

  @Test func noConsentOfWhoeverAskedIsLeft() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let request = try desk.request("withdraw", [:], code)
    #expect(try refused(request, code) == .consentsStand)
    try desk.office.act("social") { casework, session in
      _ = try casework.withdraw(
        consent, FormInput(texts: ["reason": "đổi ý"]), of: code, as: session)
    }
    #expect(try refused(request, code) == nil)
    // One that stays, as the person wishes, is said so.
    _ = try desk.consent([:], code)
    let second = try desk.request("withdraw", [:], code)
    #expect(try refused(second, code, ["refusal": "partly"]) == .missing)
    _ = try words(second, code, ["refusal": "partly", "refusal_reason": "giữ một sự đồng ý"])
  }

  /// A child's own word is one of the two that such a consent rests on (Law 91/2025 Art. 24(3)).
  @Test func aChildTakesBackWhatTheyAgreedTo() throws {
    let code = try desk.opened(born: "2014")
    let father = try desk.representative([:], code)
    let consent = try desk.consent(
      desk.given(by: father, ["child_agreed": .text("yes")]), code)
    let request = try desk.request("withdraw", [:], code)
    #expect(try refused(request, code) == .consentsStand)
    try desk.office.act("social") { casework, session in
      _ = try casework.withdraw(
        consent, FormInput(texts: ["reason": "cháu đổi ý"]), of: code, as: session)
    }
    #expect(try refused(request, code) == nil)
  }

  /// What was set and lifted again is not what somebody asked for.
  @Test func aRestrictionThatWasLiftedIsNone() throws {
    let code = try desk.opened()
    let request = try desk.request("restrict", [:], code)
    try desk.office.act("social") { casework, session in
      let made = try casework.restrict(
        "person.phone", from: .healthStaff, FormInput(texts: ["reason": "không muốn"]), of: code,
        as: session)
      _ = try casework.liftRestriction(made.restricted.record, of: code, as: session)
    }
    #expect(try refused(request, code) == .nothingDone)
  }

  @Test(arguments: ["restrict", "object", "delete", "correct"])
  func somethingOfItWasDone(_ kind: String) throws {
    let code = try desk.opened()
    let request = try desk.request(kind, [:], code)
    // Opening the file and asking are not it.
    if kind != "correct" { try desk.record("person", ["phone": .text("0901234568")], code) }
    #expect(try refused(request, code) == .nothingDone)
    switch kind {
    case "restrict", "object":
      try desk.office.act("social") { casework, session in
        _ = try casework.restrict(
          "person.phone", from: .healthStaff, FormInput(texts: ["reason": "không muốn"]), of: code,
          as: session)
      }
    case "correct": try desk.record("person", ["phone": .text("0901234569")], code)
    default:
      _ = try words(
        request, code, ["refusal": "cannot_be_done", "refusal_reason": "còn nghĩa vụ lưu trữ"])
      return
    }
    #expect(try refused(request, code) == nil)
  }

  /// Of two cases what was done in one is not done in the other.
  @Test func whatWasDoneElsewhereIsNotCounted() throws {
    let (code, other) = (try desk.opened(), try desk.opened())
    let request = try desk.request("correct", [:], code)
    try desk.record("person", ["phone": .text("0901234568")], other)
    #expect(try refused(request, code) == .nothingDone)
  }

  /// What no field and no entry tells apart is told.
  @Test func measuresAreMadeSureOf() throws {
    let code = try desk.opened()
    let notes = try words(try desk.request("protect", [:], code), code)
    #expect(notes.map(\.reason) == [.onlyAnswered])
  }

  @Test func eachGroundHasItsKinds() throws {
    let list = try #require(Book.builtIn.codeLists["request_refusal"]).codes.map(\.code)
    let kinds = try #require(Book.builtIn.codeLists["request_kind"]).codes.map(\.code)
    #expect(Set(Request.grounds.keys) == Set(kinds))
    #expect(
      Set(Request.grounds.values.flatMap(\.self)).union([Request.notTheirs]) == Set(list))
    let field = try Book.field("request.kind")
    for kind in kinds {
      for ground in list {
        let values = Book.builtIn.values([
          "request.kind": .text(kind), "request.refusal": .text(ground),
          "request.refusal_reason": .text("x"), "request.identity_check": .text("x"),
          "request.safe_answer": .text("x"),
        ])
        let record = CaseRecords.Record(id: nil, entity: field.entity, values: values)
        let request = Request(record: record, records: CaseRecords([record], book: Book.builtIn))
        let isOfKind = Request.grounds[kind, default: []].contains(ground)
        #expect((request.stopOfAnswer?.reason == .refusalOfOtherKind) == !isOfKind)
      }
    }
  }

  private func askedAccess(_ representative: RecordID, _ code: CaseCode) throws -> RecordID {
    try desk.request(
      "access",
      [
        "requester": .text("representative"),
        "representative_ref": .text(Hexadecimal.text(representative.bytes)),
      ], code)
  }

  /// A representative can be the one of whom the child speaks.
  @Test func aPageForARepresentativeHasNotWhatTheChildSaid() throws {
    let code = try desk.opened(born: "2016")
    try desk.record("identification", ["statement.text": .text("lời kể")], code)
    try desk.record(
      "protection",
      [
        "risk_own_words": .text("sợ về nhà"), "refusal.reason": .text("sợ bố biết"),
        "refusal.undertaking_ref": .text("12/CK"), "refusal.undertaking_place": .text("tủ 3"),
      ], code)
    try desk.record("reception", ["safe_contact": .text("chỉ gọi dì sau 20 giờ")], code)
    try desk.record("support", ["return_line": .text("nhà dì")], code)
    try desk.record("person", ["kin.name": .text("Lò Thị Dì")], code)
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.phone", from: .police, FormInput(texts: ["reason": "sợ bố quen công an"]), of: code,
        as: session)
      _ = try casework.restrict(
        "person.full_name", from: .legalAid, FormInput([:]), of: code, as: session)
    }
    try desk.representative(["representative.name": .text("Lò Văn Khác")], code)
    let aunt = try desk.representative([:], code)
    let childs = try desk.request("correct", ["identity_check": .text("cháu tự đến")], code)
    let consent = try desk.consent(
      desk.given(by: aunt, ["child_agreed": .text("yes")]), code)
    #expect(throws: CaseworkError.self) {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    try desk.office.act("social") { casework, session in
      _ = try casework.withdraw(
        consent, FormInput(texts: ["reason": "cháu sợ mẹ"]), of: code, as: session)
    }
    let request = try askedAccess(aunt, code)
    let page = try page(request, code)
    #expect(page.data["person.full_name"] == .text("Lò Thị Mây"))
    #expect(page.data["statement.text"] == nil && page.data["protection.risk_own_words"] == nil)
    #expect(page.offPaper.isEmpty)
    let kept = [
      "restriction.field", "restriction.reason", "refusal.reason", "reception.safe_contact",
      "reintegration.return_line", "consent.reason", "representative.safe_to_contact",
    ]
    for name in kept { #expect(page.data[name] == nil, "\(name)") }
    let own = page.data.records.filter { ["kin", "representative"].contains($0.entity.name) }
    #expect(own.map(\.id) == [aunt])
    #expect(page.data.records.filter { $0.entity.name == "request" }.map(\.id) == [request])
    #expect(childs != request && page.data["request.identity_check"] != nil)
    // Whoever made it is told what the child may know.
    let told = Set(page.keptFromRequester.map(\.qualifiedName))
    #expect(!told.contains("restriction.reason"))
    #expect(
      told.isSuperset(
        of: kept.filter { !["restriction.reason", "representative.safe_to_contact"].contains($0) }
          + ["statement.text", "kin.name", "request.kind"]))
    #expect(told.contains("representative.name") && !told.contains("protection.risk_level"))
    // Nor does the account of who looked say what the child asked for, kept from somebody, or spoke of.
    #expect(page.isForRepresentative && page.keptFromMaker.isEmpty && !page.accesses.isEmpty)
    let acts = page.accesses.flatMap { [$0.line.act, $0.answered].compactMap(\.self) }
    #expect(acts.contains("consent.withdraw"))
    #expect(!acts.contains { $0.hasPrefix("request.") || $0.hasPrefix("restriction.") })
    #expect(page.accesses.allSatisfy { $0.fields.isEmpty && $0.line.purpose != "PATRQT" })
    #expect(page.accesses.contains { $0.closed.contains(.identity) })
    // A refusal would say what is kept from whom, by its reason.
    let telling = page.accesses.filter(\.isRefusedByRestriction)
    #expect(telling.isEmpty)
  }

  /// A few words can say as much as many do: of the words in one line those go alone that say who the person is.
  @Test func aPageForARepresentativeHasNoNamesOfOthers() throws {
    let code = try desk.opened(born: "2016")
    let aunt = try desk.representative([:], code)
    try desk.record("reception", ["interpreter.name": .text("Lò Văn Thông")], code)
    try desk.record("identification", ["identification.paper_ref": .text("12/BB-dì")], code)
    let consent = try desk.consent(
      desk.given(by: aunt, ["child_agreed": .text("yes")]), code)
    let request = try askedAccess(aunt, code)
    let page = try page(request, code)
    for name in ["interpreter.name", "identification.paper_ref"] {
      #expect(page.data[name] == nil, "\(name)")
      #expect(page.keptFromRequester.contains { $0.qualifiedName == name }, "\(name)")
    }
    let own = page.data.records.first { $0.id == consent }
    #expect(own?.fields.contains { $0.definition.name == "recipient" } == true)
    #expect(page.data["person.full_name"] != nil && page.data["representative.name"] != nil)
  }
}
