import Testing
import Vault

@testable import Casework

/// What the person asks of their own data: limits of Decree 356/2025 Art. 5, and nothing answered before it
/// is known who asks.
@Suite(.serialized) struct RequestTests {
  let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func text(_ name: String, _ code: CaseCode) throws -> String? {
    let record = try #require(try desk.records("request", "request", code).last)
    guard
      case .dateTime(let text) = record.fields.first(where: { $0.definition.name == name })?.value
    else { return nil }
    return text
  }

  // MARK: Limits

  /// Received on Friday 18 September 2026: two working days end on Tuesday; a last day on a weekend moves.
  @Test(arguments: [
    ("access", "2026-09-29"), ("correct", "2026-09-29"), ("provide", "2026-09-29"),
    ("withdraw", "2026-10-06"), ("restrict", "2026-10-06"), ("object", "2026-10-06"),
    ("delete", "2026-10-09"), ("protect", "2026-10-06"),
  ])
  func theProgramCountsTheLimits(_ kind: String, _ end: String) throws {
    let code = try desk.opened()
    _ = try desk.request(kind, [:], code)
    #expect(try text("ack_due", code) == "2026-09-23T00:00+07:00")
    #expect(try text("due", code) == end + "T00:00+07:00", "\(kind)")
  }

  /// Over the lunar New Year of 2026, 16 to 20 February, and the weekends around it.
  @Test func overTet() throws {
    let record = try Self.record("access", "2026-02-13T09:00+07:00")
    let limits = Request(record: record, records: CaseRecords([record], book: Book.builtIn)).limits
    #expect(limits.acknowledgement?.deadline?.movedDay.text == "2026-02-24")
    #expect(limits.answer?.deadline?.lastDay.text == "2026-02-23")
  }

  private static func record(_ kind: String, _ at: String) throws -> CaseRecords.Record {
    let fields = Book.builtIn.values([
      "request.kind": .text(kind), "request.received": .dateTime(at),
    ])
    return CaseRecords.Record(
      id: nil, entity: try Book.field("request.kind").entity, values: fields)
  }

  @Test func anExtensionIsOneAndHasAReason() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    func extend(_ day: String, _ reason: String?) throws -> RuleStop? {
      try desk.stop {
        var answers: [String: FieldInput] = ["extended_to": .text(day)]
        if let reason { answers["extension_reason"] = .text(reason) }
        try desk.record("request", answers, code, correcting: request)
      }
    }
    #expect(
      try extend("2026-10-05", nil)?.names.map(\.text) == ["request.extension_reason"])
    // Ten days more at most.
    let long = try #require(try extend("2026-10-09", "nhiều hồ sơ giấy"))
    #expect(long.reason == .extensionTooLong && long.names.map(\.text) == ["dsr_access_extended"])
    #expect(try extend("2026-10-05", "nhiều hồ sơ giấy") == nil)
    #expect(try text("due", code) == "2026-10-06T00:00+07:00")
    #expect(try extend("2026-10-06", "vẫn còn")?.reason == .extendedBefore)
    // Taken back it could be given once more.
    let stop = try desk.stop {
      try desk.record(
        "request", ["extended_to": .state("unknown")], code, correcting: request)
    }
    #expect(stop?.reason == .extendedBefore)
  }

  @Test func aLimitThatIsOverIsNotExtended() throws {
    let code = try desk.opened()
    let request = try desk.request("access", ["received": .text("2026-09-01T09:00+07:00")], code)
    let stop = try desk.stop {
      try desk.record(
        "request", ["extended_to": .text("2026-09-20"), "extension_reason": .text("nhiều việc")],
        code, correcting: request)
    }
    #expect(stop?.reason == .limitOver && stop?.obstacle == .expired)
  }

  // MARK: Answers

  private func answer(
    _ request: RecordID, _ texts: [String: String], _ code: CaseCode
  ) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.answer(request, FormInput(texts: texts), of: code, as: session)
    }
  }

  func page(_ request: RecordID, _ code: CaseCode) throws -> PersonPage {
    try desk.office.act("social") { casework, session in
      try casework.pageForPerson(request, of: code, as: session)
    }
  }

  @Test(arguments: ["identity_check", "safe_answer"])
  func nothingIsAnsweredBeforeItIsKnownWhoAsks(_ name: String) throws {
    let code = try desk.opened()
    let request = try desk.request("access", [name: .text("")], code)
    let stop = try #require(try desk.stop { _ = try page(request, code) })
    #expect(stop.reason == .identityFirst && stop.names.map(\.text) == ["request." + name])
    #expect(try prints(of: code) == 0)
    #expect(
      try desk.stop { try answer(request, ["answer": "đã đưa"], code) }?.reason == .identityFirst)
    let noted = try desk.stop {
      try desk.record(
        "request", ["acknowledged_at": .text(ReleaseOffice.received)], code,
        correcting: request)
    }
    #expect(noted?.reason == .identityFirst)
  }

  @Test func thePageHasThePersonsDataAndWhoLooked() throws {
    let code = try desk.opened()
    try desk.record("identification", ["statement.text": .text("lời kể")], code)
    try desk.record("protection", ["shelter": .text("nhà số 5")], code)
    let request = try desk.request("access", [:], code)
    let page = try page(request, code)
    #expect(page.data["person.full_name"] == .text("Lò Thị Mây"))
    #expect(page.data["statement.text"] == .text("lời kể"))
    #expect(Set(page.heldByOthers) == [.clinical, .vital])
    // Where somebody is hidden is not for paper, and the page says so.
    #expect(page.data["protection.shelter"] == nil)
    #expect(page.offPaper.map(\.qualifiedName) == ["protection.shelter"])
    #expect(page.accesses.contains { $0.line.act == "record.create" })
    #expect(try prints(of: code) == 1)
    let acts = try desk.acts(since: page.entry)
    #expect(acts.first?.act == "print" && acts.first?.outcome == "ok")
    try desk.answerByPage(request, code)
    #expect(try text("done", code) != nil)
    #expect(try desk.stop { try answer(request, ["answer": "lại"], code) }?.reason == .requestDone)
    #expect(try desk.stop { _ = try self.page(request, code) }?.reason == .requestDone)
  }

  /// Law 91/2025 Art. 15(2)(a).
  @Test func aRefusalHasItsGroundAndReason() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    #expect(
      try desk.stop { try answer(request, ["refusal": "endangers_other"], code) }?.names
        .map(\.text) == ["request.refusal_reason"])
    let other = try desk.stop {
      try answer(request, ["refusal": "kept_by_law", "refusal_reason": "vì luật"], code)
    }
    #expect(other?.reason == .refusalOfOtherKind)
    try answer(
      request, ["refusal": "endangers_other", "refusal_reason": "lộ người làm chứng"], code)
    #expect(try text("done", code) != nil)
  }

  @Test func onlyWhoAsksToSeeGetsAPage() throws {
    let code = try desk.opened()
    let request = try desk.request("delete", [:], code)
    #expect(try desk.stop { _ = try page(request, code) }?.reason == .refusalOfOtherKind)
    #expect(
      try desk.stop { try answer(request, [:], code) }?.names.map(\.text) == ["request.answer"])
  }

  @Test func aSuspectRepresentativeAsksForNothing() throws {
    let code = try desk.opened(born: "2015")
    try desk.record(
      "person",
      ["representative.name": .text("Lò Văn Bố"), "representative.suspect": .text("yes")], code)
    let father = try desk.newest("representative", "person", code)
    let stop = try desk.stop {
      _ = try desk.request(
        "access",
        [
          "requester": .text("representative"),
          "representative_ref": .text(Hexadecimal.text(father.bytes)),
        ], code)
    }
    #expect(stop?.reason == .representativeSuspect)
    #expect(try desk.records("request", "request", code).isEmpty)
  }

  private func asked(by representative: RecordID) -> [String: FieldInput] {
    [
      "requester": .text("representative"),
      "representative_ref": .text(Hexadecimal.text(representative.bytes)),
    ]
  }

  /// Law 91/2025 Art. 24(2): a parent's right ends with the child's being one; a guardian's may go on.
  @Test func ofAgeThePersonAsksThemselves() throws {
    let code = try desk.opened()
    let parent = try desk.representative([:], code)
    let stop = try #require(
      try desk.stop { _ = try desk.request("access", asked(by: parent), code) })
    #expect(stop.reason == .asksThemselves && stop.obstacle == .consent)
    #expect(stop.citation?.text == "Law 91/2025 Art. 24(2)")
    let unknown = try desk.representative(["representative.basis": .text("")], code)
    let bare = try desk.stop { _ = try desk.request("access", asked(by: unknown), code) }
    #expect(bare?.reason == .missing && bare?.names.map(\.text) == ["representative.basis"])
    #expect(try desk.records("request", "request", code).isEmpty)
    let guardian = try desk.representative(["representative.basis": .text("guardian")], code)
    var answers = asked(by: guardian)
    answers.merge(["kind": .text("access"), "received": .text(ReleaseOffice.received)]) { $1 }
    let notes = try desk.office.act("social") { casework, session in
      try casework.record("request", FormInput(answers), of: code, as: session).notes
    }
    #expect(notes.map(\.reason) == [.representedOfAge])
  }

  /// A request that is open on the eighteenth birthday is not answered to the parent; the person can make it
  /// their own.
  @Test func whoComesOfAgeMakesTheRequestTheirOwn() throws {
    let code = try desk.opened(born: "2016")
    let parent = try desk.representative([:], code)
    let request = try desk.request("access", asked(by: parent), code)
    try desk.record("person", ["birth_date": .text("1999")], code)
    #expect(try desk.stop { _ = try page(request, code) }?.reason == .asksThemselves)
    #expect(
      try desk.stop { try answer(request, ["answer": "đã đưa"], code) }?.reason == .asksThemselves)
    let form = try desk.stop {
      try desk.record(
        "request", ["acknowledged_at": .text(ReleaseOffice.received)], code, correcting: request)
    }
    #expect(form?.reason == .asksThemselves)
    try desk.record("request", ["requester": .text("self")], code, correcting: request)
    try desk.answerByPage(request, code)
    #expect(try text("done", code) != nil)
  }

  /// The list names the record from the first, for that is what an answer is given to.
  @Test func aNewRequestIsListedWithItsRecord() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    let lines = try desk.office.act("social") { casework, session in
      try casework.requests(as: session).lines.filter { $0.caseCode == code.text }
    }
    #expect(lines.count == 2 && lines.allSatisfy { $0.item.record == request })
  }

  /// The program counts the longer limit where others have to act too, and extends that one.
  @Test func aThirdPartyIsGivenItsTime() throws {
    let code = try desk.opened()
    let request = try desk.request("delete", ["third_party": .text("yes")], code)
    #expect(try text("due", code) == "2026-10-20T00:00+07:00")
    try desk.record(
      "request", ["extended_to": .text("2026-11-06"), "extension_reason": .text("nhiều hồ sơ")],
      code, correcting: request)
    #expect(try text("due", code) == "2026-11-07T00:00+07:00")
  }

  @Test func openRequestsAreListedUntilTheyAreAnswered() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    func open() throws -> [String] {
      try desk.office.act("social") { casework, session in
        try casework.requests(as: session).lines.filter { $0.caseCode == code.text }
          .map(\.item.clock)
      }
    }
    #expect(try Set(open()) == ["dsr_acknowledge", "dsr_access"])
    try desk.record(
      "request", ["acknowledged_at": .text(ReleaseOffice.received)], code, correcting: request)
    #expect(try open() == ["dsr_access"])
    try desk.answerByPage(request, code)
    #expect(try open().isEmpty)
    #expect(
      try desk.office.act("lead") { casework, session in
        try casework.requests(as: session).lines.contains { $0.caseCode == code.text }
      } == false)
  }
}
