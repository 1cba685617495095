import Testing
import Vault

@testable import Casework

/// Whoever may not act for the person is served by no command, and is refused by either (design: "a representative can
/// be the perpetrator").
@Suite(.serialized) struct RequestTurnedAwayTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  /// A request of a father of whom it is said afterwards that he is a suspect.
  private func suspected(
    _ kind: String, _ said: [String: FieldInput] = ["representative.suspect": .text("yes")]
  ) throws -> (request: RecordID, code: CaseCode) {
    let code = try desk.opened(born: "2015")
    let father = try desk.representative([:], code)
    let request = try desk.request(
      kind,
      [
        "requester": .text("representative"),
        "representative_ref": .text(Hexadecimal.text(father.bytes)),
      ], code)
    try desk.record("person", said, code, correcting: father)
    return (request, code)
  }

  private func answer(_ texts: [String: String], _ request: RecordID, _ code: CaseCode) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.answer(request, FormInput(texts: texts), of: code, as: session)
    }
  }

  private func record(_ texts: [String: String], _ request: RecordID, _ code: CaseCode) throws {
    try desk.record(
      "request", texts.mapValues { .text($0) }, code, correcting: request)
  }

  private static let done = [
    "answer": "đã thực hiện", "done": "2026-09-21T09:00+07:00",
  ]
  private static let refused = ["refusal": "not_theirs", "refusal_reason": "bị nghi mua bán con"]

  @Test(arguments: [
    ("protect", "representative.suspect", "yes", StopReason.representativeSuspect),
    ("protect", "representative.safe_to_contact", "no", .representativeUnsafe),
    ("correct", "representative.suspect", "yes", .representativeSuspect),
  ])
  func nothingIsServed(
    _ kind: String, _ field: String, _ value: String, _ reason: StopReason
  ) throws {
    let (request, code) = try suspected(kind, [field: .text(value)])
    let version = try desk.version(of: code)
    #expect(
      try desk.stop { try answer(["answer": "đã thực hiện"], request, code) }?.reason == reason)
    // Nor by the form, which does not say who asks.
    let stop = try desk.stop { try record(Self.done, request, code) }
    #expect(stop?.reason == reason && stop?.obstacle == .consent)
    // Nor as a part of it, or for another reason.
    let partly = ["refusal": "partly", "refusal_reason": "một phần"]
    #expect(try desk.stop { try answer(partly, request, code) }?.reason == reason)
    #expect(try desk.version(of: code) == version)
  }

  @Test(arguments: ["access", "protect", "delete"], [true, false])
  func itIsRefusedToThem(_ kind: String, _ byAnswer: Bool) throws {
    let (request, code) = try suspected(kind)
    if byAnswer {
      try answer(Self.refused, request, code)
    } else {
      try record(Self.refused.merging(["done": "2026-09-21T09:00+07:00"]) { $1 }, request, code)
    }
    let lines = try desk.office.act("social") { casework, session in
      try casework.requests(as: session).lines.filter { $0.caseCode == code.text }
    }
    #expect(!lines.map(\.item.clock).contains { $0 != "dsr_acknowledge" })
  }

  /// What a suspect asks is written down with its refusal, where it is not there yet.
  @Test func aSuspectIsRefusedInOneForm() throws {
    let code = try desk.opened(born: "2015")
    let father = try desk.representative(["representative.suspect": .text("yes")], code)
    let asked: [String: FieldInput] = [
      "requester": .text("representative"),
      "representative_ref": .text(Hexadecimal.text(father.bytes)),
    ]
    #expect(
      try desk.stop { _ = try desk.request("access", asked, code) }?.reason
        == .representativeSuspect)
    let refused = Self.refused.mapValues { FieldInput.text($0) }
      .merging(["done": .text("2026-09-21T09:00+07:00")]) { $1 }
    _ = try desk.request("access", asked.merging(refused) { $1 }, code)
  }

  @Test func whoMayAskIsNotRefusedAsOneWhoMayNot() throws {
    let code = try desk.opened(born: "2015")
    let aunt = try desk.representative([:], code)
    let request = try desk.request(
      "protect",
      [
        "requester": .text("representative"),
        "representative_ref": .text(Hexadecimal.text(aunt.bytes)),
      ], code)
    #expect(
      try desk.stop { try answer(Self.refused, request, code) }?.reason == .refusalOfOtherKind)
    let own = try desk.request("protect", [:], code)
    #expect(try desk.stop { try answer(Self.refused, own, code) }?.reason == .refusalOfOtherKind)
    try answer(["answer": "đã báo bảo vệ"], request, code)
  }
}
