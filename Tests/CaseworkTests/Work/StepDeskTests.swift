import Sealing
import Testing
import Vault

@testable import Casework

/// Steps over a file of a few values: what a reopened file of a child may do, what the decision says of the
/// category, and that nobody is identified against what is recorded.
@Suite struct StepDeskTests {
  private static func desk(
    _ values: [String: String], unreadable: Set<String> = []
  ) throws -> StepDesk {
    let book = Book.builtIn
    return StepDesk(
      look: CaseLook(
        id: CaseID(Identifier.makeRandom()), records: LawOffice.file([values]), version: 1,
        entry: 1,
        readable: Set(book.fields.map(\.id)).subtracting(book.ids(unreadable))),
      now: try Moment(FormBench.now), standings: [])
  }

  private static func stop(_ body: () throws -> Void) throws -> RuleStop? {
    do {
      try body()
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  /// A boy whose return failed: the law brings him to a facility and not back (Law 53/2024 Art. 27(5)).
  @Test func aReopenedFileOfAChildInDangerGoesOn() throws {
    let child = [
      "case.status": "reopened", "case.former_status": "reintegration",
      "person.birth_date": "2015", "reintegration.return_danger": "yes",
    ]
    let desk = try Self.desk(child)
    #expect(try desk.stop(missing: desk.rule(to: "reintegration"))?.reason == .dangerAtHome)
    #expect(try desk.stop(missing: desk.rule(to: "identified")) == nil)
    // It goes back to no status in which it never stood.
    #expect(try desk.stop(missing: desk.rule(to: "in_process"))?.reason == .missing)
    let other = try Self.desk(child.merging(["case.former_status": "received"]) { $1 })
    #expect(try other.stop(missing: other.rule(to: "identified"))?.reason == .missing)
  }

  /// `--dry-run` says what the step would be refused for, and not that nothing is missing.
  @Test func whatStopsAStepIsSaidBefore() throws {
    let place = [
      "case.status": "identified", "plan.reviewed_at": "2026-11-01T08:00+07:00",
      "reintegration.return_unit": "01", "reintegration.return_danger": "yes",
    ]
    let child = try Self.desk(place.merging(["person.birth_date": "2015"]) { $1 })
    let stopped = try child.check(child.rule(to: "reintegration"))
    #expect(stopped.stop?.reason == .dangerAtHome)
    // Where somebody of age goes is their own choice, and it is told.
    let adult = try Self.desk(place.merging(["person.birth_date": "1999"]) { $1 })
    let told = try adult.check(adult.rule(to: "reintegration"))
    #expect(told.stop == nil)
    #expect(told.notes.map(\.reason).contains(.returnDanger))
    #expect(told.notes.last { $0.reason == .returnDanger }?.citation != nil)
    let safe = try Self.desk(
      place.merging(["person.birth_date": "1999", "reintegration.return_danger": "no"]) { $1 })
    #expect(try !safe.notes(safe.rule(to: "reintegration")).map(\.reason).contains(.returnDanger))
  }

  @Test func nobodyIsReintegratedWhereThatIsDangerous() throws {
    func stop(_ danger: String, _ reason: String) throws -> RuleStop? {
      var desk = try Self.desk([
        "case.status": "reintegration", "person.birth_date": "1999",
        "reintegration.return_danger": danger,
      ])
      desk.closingReason = reason
      return try desk.stop(missing: desk.rule(to: "closed"), but: ["closure.closure_reason"])
    }
    let danger = try #require(try stop("yes", "reintegrated"))
    #expect(danger.reason == .returnDanger)
    #expect(danger.names.map(\.told) == ["reintegration.return_danger"])
    #expect(danger.citation?.text == "Law 53/2024 Art. 27(5), 30(1)")
    #expect(try stop("yes", "withdrew")?.reason != .returnDanger)
    #expect(try stop("no", "reintegrated")?.reason != .returnDanger)
  }

  /// Who may record that the limits were explained and not read it: the step is taken, and the next one asks.
  @Test func whatIsNotReadBackIsAskedAtTheNextStep() throws {
    let arrival = [
      "case.status": "reported", "case.entry_path": "self_report",
      "case.received_at": "2026-10-01T08:00+07:00", "case.receiving_unit": "01",
    ]
    let limits: Set<String> = ["reception.limits_explained_at", "reception.limits_not_explained"]
    let intake = try Self.desk(arrival, unreadable: limits)
    let rule = try intake.rule(to: "received")
    #expect(intake.stop(missing: rule) == nil)
    let note = try #require(intake.notes(rule).first { $0.reason == .askedLater })
    let either = [limits.sorted().joined(separator: "|")]
    #expect(note.names.map(\.told) == either && note.citation == rule.citation)
    let social = try Self.desk(arrival)
    #expect(social.stop(missing: rule)?.names.map(\.told) == either)
    let lead = try Self.desk(
      arrival.merging([
        "case.status": "received", "case.person_category": "in_process_vn_domestic",
        "case.health_agency_notified_at": "2026-10-01T09:00+07:00",
      ]) { $1 })
    let next = try lead.rule(to: "in_process")
    #expect(lead.stop(missing: next)?.names.map(\.told) == either)
  }

  /// Police read by excerpt alone and hold no key of the status: nobody is sent to them for a step.
  @Test func nobodyIsSentToWhoCannotTakeTheStep() throws {
    let desk = try Self.desk(["case.status": "in_process"])
    let rule = try desk.rule(to: "identified")
    #expect(rule.second.contains(.police) && !rule.approvers.contains(.police))
    #expect(desk.stop(rule, by: rule.second)?.names == [.role(.lead)])
  }

  @Test func aProtectedRelativeIsNotInProcess() throws {
    let desk = try Self.desk(["case.status": "received", "case.file_kind": "protected_relative"])
    #expect(try desk.stop(missing: desk.rule(to: "in_process"))?.reason == .relativeFile)
    #expect(try desk.stop(missing: desk.rule(to: "closed"))?.reason == .missing)
  }

  private static let decided = [
    "case.status": "in_process", "person.birth_date": "1999",
    "case.received_at": "2026-10-01T08:00+07:00",
    "case.person_category": "in_process_vn_domestic",
    "verification.police_request_at": "2026-10-02T08:00+07:00",
    "verification.police_reply_at": "2026-10-10T08:00+07:00",
    "verification.police_reply": "victim",
    "identification.evidence_source": "rescue_body", "identification.decision": "victim",
    "identification.decided_by": "provincial_police",
    "identification.decided_at": "2026-10-12", "identification.certificate_no": "12/GXN",
  ]

  @Test func theDecisionAsksForTheCategoryAnew() throws {
    let desk = try Self.desk(Self.decided)
    let rule = try desk.rule(to: "identified")
    #expect(desk.stop(missing: rule) == nil)
    #expect(desk.notes(rule).map(\.reason) == [.categoryAnew])
    let foreigner = try Self.desk(
      Self.decided.merging(["case.person_category": "foreigner"]) { $1 })
    #expect(foreigner.notes(rule).isEmpty)
    let none = try Self.desk(
      Self.decided.merging(["case.person_category": "[declined]"]) { $1 })
    #expect(none.notes(rule).map(\.reason) == [.categoryAnew])
  }

  /// What was recorded since, by somebody who saw less, stops the step.
  @Test func aStepIsHeldAgainstTheWholeFile() throws {
    func stop(_ more: [String: String]) throws -> RuleStop? {
      let desk = try Self.desk(Self.decided.merging(more) { $1 })
      return try desk.stop(missing: desk.rule(to: "identified"))
    }
    let contrary = try #require(try stop(["verification.police_reply": "not_victim"]))
    #expect(contrary.reason == .contradictsReply)
    let late = try #require(try stop(["verification.police_reply_at": "2026-10-13T08:00+07:00"]))
    #expect(late.reason == .tooEarly)
    #expect(
      late.names.map(\.told) == ["identification.decided_at", "verification.police_reply_at"])
    #expect(late.citation?.text.contains("Art. 27(4)") == true)
  }

  /// No step does it, and the refusal is the one that names the way: another file.
  @Test(arguments: [
    ("not_identified", "identified"), ("identified", "not_identified"),
    ("reintegration", "not_identified"),
  ])
  func whatTwoPeopleDecidedIsTurnedByNoStep(_ status: String, _ target: String) throws {
    let desk = try Self.desk(["case.status": status])
    let stop = try Self.stop { _ = try desk.rule(to: target) }
    #expect(stop?.reason == .decisionStands && stop?.citation != nil)
    #expect(stop?.names.map(\.told) == ["identification.decision"])
    let other = try Self.stop { _ = try desk.rule(to: "in_process") }
    #expect(other?.reason == .noStep)
  }
}
