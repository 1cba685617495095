import Testing
import Vault

@testable import Casework

/// The steps of the legal status: every pair of states, and what each step asks for.
@Suite struct StepTests {
  private let table = Book.builtIn.steps
  private static let states = [
    "reported", "received", "in_process", "identified", "not_identified", "reintegration", "closed",
    "reopened", "transferred",
  ]

  /// The pairs that the design's table allows; all others have nowhere to go.
  private static let allowed: Set<String> = {
    var pairs: Set = [
      "reported received", "received in_process", "received identified", "in_process identified",
      "in_process not_identified", "identified reintegration", "closed reopened",
    ]
    let open = states.filter { !["closed", "transferred"].contains($0) }
    pairs.formUnion(open.map { $0 + " closed" })
    pairs.formUnion(open.map { $0 + " transferred" })
    let resumed = ["received", "in_process", "identified", "not_identified", "reintegration"]
    pairs.formUnion(resumed.map { "reopened " + $0 })
    return pairs
  }()

  @Test(arguments: states) func everyPairOfStates(_ from: String) throws {
    let day = try LawOffice.rules("2026-11-22")
    for to in Self.states {
      let step = table.step(from: from, to: to, on: day)
      #expect((step != nil) == Self.allowed.contains(from + " " + to), "\(from) \(to)")
    }
  }

  @Test func nobodyApprovesTheirOwnIdentification() throws {
    let day = try LawOffice.rules("2026-11-22")
    for to in ["identified", "not_identified"] {
      let step = try #require(table.step(from: "in_process", to: to, on: day))
      #expect(step.who == RoleSet([.lead]) && step.second == RoleSet([.lead, .police]))
    }
    let closing = try #require(table.step(from: "identified", to: "closed", on: day))
    #expect(closing.second == RoleSet([.lead]))
  }

  @Test func identificationAsksForEvidenceAndPaper() throws {
    let step = try #require(
      table.step(from: "in_process", to: "identified", on: try LawOffice.rules("2026-11-22")))
    let bare = LawOffice.file([["identification.decision": "victim"]])
    #expect(bare.unmet(step.guards).count == 4)
    let whole = LawOffice.file([
      [
        "identification.decision": "victim", "identification.decided_by": "provincial_police",
        "identification.decided_at": "2026-11-20", "identification.evidence_source": "rescue_body",
        "identification.certificate_no": "12/GXN",
      ]
    ])
    #expect(whole.unmet(step.guards).isEmpty)
    let wrong = LawOffice.file([["identification.decision": "not_victim"]])
    #expect(
      wrong.unmet(step.guards).first
        == .code("identification.decision", oneOf: ["victim"]))
  }

  @Test func oneAnswerAboutTheLimitsIsEnough() throws {
    let step = try #require(
      table.step(from: "reported", to: "received", on: try LawOffice.rules("2026-11-22")))
    var values = [
      "case.entry_path": "self_report", "case.received_at": "2026-11-02T08:00+07:00",
      "case.receiving_unit": "01",
    ]
    #expect(LawOffice.file([values]).unmet(step.guards).count == 1)
    values["reception.limits_not_explained"] = "khẩn cấp"
    #expect(LawOffice.file([values]).unmet(step.guards).isEmpty)
    values["reception.limits_not_explained"] = "[declined]"
    #expect(LawOffice.file([values]).unmet(step.guards).count == 1)
  }

  @Test func whatNoFieldShowsIsAsked() throws {
    let step = try #require(
      table.step(from: "identified", to: "closed", on: try LawOffice.rules("2026-11-22")))
    let file = LawOffice.file([["closure.closure_reason": "reintegrated"]])
    #expect(
      file.unmet(step.guards) == [.special(.noOpenClock), .special(.consentsClosed)])
    #expect(file.unmet(step.guards) { _ in true }.isEmpty)
    #expect(file.unmet(step.guards) { $0 == .noOpenClock } == [.special(.consentsClosed)])
  }
}
