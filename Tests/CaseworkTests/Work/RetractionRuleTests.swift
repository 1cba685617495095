import Sealing
import Testing
import Vault

@testable import Casework

/// What may not be taken back, and why.
@Suite struct RetractionRuleTests {
  private static let identified: [[String: String]] = [
    [
      "case.status": "identified", "case.entry_path": "self_report",
      "verification.initial_check_result": "insufficient",
      "verification.police_reply": "victim",
      "identification.evidence_source": "rescue_body", "identification.decision": "victim",
      "identification.decided_by": "provincial_police",
      "identification.certificate_no": "12/GXN",
    ]
  ]

  private static func stop(_ entity: String, _ file: [[String: String]]) throws -> RuleStop? {
    let (form, _) = try FormBench.form("case", [:], on: file)
    let book = FormBench.book
    let number = try #require(book.entity(named: entity)?.number)
    let record = try #require(form.look.records.records.last { $0.entity == number })
    var without = form
    without.rest = CaseRecords(
      form.look.records.records.filter { !($0.entity == number && $0.id == record.id) }, book: book)
    return RetractionRule(
      form: without, record: record, id: record.id ?? RecordID(Identifier.makeRandom())
    ).stop
  }

  @Test func whatATakenStepAskedFor() throws {
    let stop = try Self.stop("identification", Self.identified)
    #expect(stop?.reason == .decisionStands)
    #expect(stop?.names.isEmpty == false && stop?.citation != nil)
    // Nothing rests on it before the step.
    var early = Self.identified
    early[0]["case.status"] = "received"
    #expect(try Self.stop("identification", early) == nil)
  }

  @Test(arguments: ["sent", "accepted", "rejected", "done", "revoked"])
  func whatWasSent(_ state: String) throws {
    #expect(
      try Self.stop("referral", [["referral.state": state]])?.reason == .staysOnRecord)
    #expect(try Self.stop("referral", [["referral.state": "draft"]]) == nil)
  }

  @Test func whatWasAnsweredClosedOrGiven() throws {
    #expect(
      try Self.stop(
        "request", [["request.kind": "access", "request.done": "2026-11-01T09:00+07:00"]])?
        .reason == .staysOnRecord)
    #expect(try Self.stop("request", [["request.kind": "access"]]) == nil)
    #expect(
      try Self.stop("closure", [["closure.closure_reason": "died"]])?.reason == .staysOnRecord)
    #expect(
      try Self.stop("release", [["release.released_to": "Công an"]])?.reason == .staysOnRecord)
  }
}
