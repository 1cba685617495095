import Testing
import Vault

@testable import Casework

/// Help is held against the row of the day on which it was given: until the decision the person was in process
/// (Law 53/2024 Art. 37(3)), whenever the help is entered.
@Suite struct RowOfTheDayTests {
  private static let victim = [
    "case.status": "identified", "case.legal_regime": "L53_2024",
    "case.person_category": "victim_vn", "person.birth_date": "2012-05-04",
    "case.received_at": "2026-10-01T08:00+07:00", "identification.decision": "victim",
    "identification.decided_at": "2026-11-10",
  ]

  private static func stop(
    _ regime: String, _ more: [String: String], _ file: [String: String] = Self.victim
  ) throws -> RuleStop? {
    try FormBench.stop("support", ["support_item.regime": regime].merging(more) { $1 }, on: [file])
  }

  private static func given(_ day: String) -> [String: String] {
    ["support_item.delivered_at": day + "T09:00+07:00"]
  }

  @Test func beforeTheDecisionTheRowIsThatOfTheProcess() throws {
    for regime in ["h", "i", "k"] {
      let early = try #require(try Self.stop(regime, Self.given("2026-11-09")), "\(regime)")
      #expect(early.reason == .beforeDecision && early.obstacle == .state)
      #expect(early.citation == Citation(text: "Law 53/2024 Art. 37(3)", isVerified: true))
      #expect(early.names.map(\.told) == ["a", "b", "c", "d", "dd", "e", "g"])
      let planned = ["support_item.planned_for": "2026-11-09"]
      #expect(try Self.stop(regime, planned)?.reason == .beforeDecision)
      // The day of the decision is theirs.
      #expect(try Self.stop(regime, Self.given("2026-11-10")) == nil)
    }
    // Whether they were at home or abroad no field says any more: the fuller row is theirs.
    for regime in ["a", "b", "c", "d", "dd", "e", "g"] {
      #expect(try Self.stop(regime, Self.given("2026-10-02")) == nil, "\(regime)")
    }
  }

  /// A decision of which only the month is known is before no day of that month.
  @Test func whatIsNotCertainRefusesNothing() throws {
    let vague = Self.victim.merging(["identification.decided_at": "2026-11"]) { $1 }
    #expect(try Self.stop("k", Self.given("2026-11-02"), vague) == nil)
    #expect(try Self.stop("k", Self.given("2026-10-31"), vague)?.reason == .beforeDecision)
  }

  /// Whoever awaited the decision had essential needs and travel (Decree 09/2013 Art. 19(1)(b)).
  @Test func theLawOf2011HasItsOwnRow() throws {
    let old = Self.victim.merging([
      "case.legal_regime": "L66_2011", "case.received_at": "2025-06-01T08:00+07:00",
      "identification.decided_at": "2025-06-20",
    ]) { $1 }
    let early = try #require(try Self.stop("k", Self.given("2025-06-10"), old))
    #expect(early.reason == .beforeDecision && early.names.map(\.told) == ["a", "e"])
    #expect(early.citation?.text == "Decree 09/2013 Art. 19(1)(b)")
    #expect(try Self.stop("e", Self.given("2025-06-10"), old) == nil)
    #expect(try Self.stop("k", Self.given("2025-06-20"), old) == nil)
  }

  /// From the certificate (Decree 188/2025 Art. 6(6)(d)), and not before it.
  @Test func theInsuranceBeginsWithTheCertificate() throws {
    func from(_ day: String, _ file: [String: String] = Self.victim) throws -> RuleStop? {
      try Self.stop("b", ["support_item.insurance_from": day], file)
    }
    let early = try #require(try from("2026-11-09"))
    #expect(early.reason == .insuranceYear)
    #expect(early.citation?.text == "Decree 188/2025 Art. 6(6)(d)")
    #expect(try from("2026-11-10") == nil)
    #expect(try from("2026-11") == nil)
    // Also where the decision stands and the second person has not agreed to it yet.
    let asked = Self.victim.merging([
      "case.status": "in_process", "case.person_category": "in_process_vn_domestic",
    ]) { $1 }
    #expect(try from("2026-11-09", asked)?.reason == .insuranceYear)
    #expect(try from("2026-11-10", asked) == nil)
  }

  /// When the window of Decree 162/2025 begins was not read. The nine days of the office run from the day on
  /// which the application came, so the day stands as it was.
  @Test func anApplicationBeforeTheDecisionIsTold() throws {
    func told(_ day: String) throws -> [NoteReason] {
      try FormBench.check(
        "support", ["support_item.regime": "i", "support_item.allowance_application_at": day],
        on: [Self.victim]
      ).notes.map(\.reason)
    }
    #expect(try told("2026-11-09") == [.windowNotBegun])
    #expect(try told("2026-11-10") == [])
  }

  /// Of a minor who came along the decision stands in the other file.
  @Test func aMinorHasTheRowThatThePersonGaveThemThen() throws {
    func stop(_ regime: String, on day: String, _ files: [[String: String]?]) throws -> RuleStop? {
      let (form, _) = try FormBench.form(
        "support",
        ["support_item.regime": regime].merging(Self.given(day)) { $1 },
        on: [["case.legal_regime": "L53_2024"]])
      return PrincipalFile.stop(
        files.map { $0.map { PrincipalFile(LawOffice.file([$0])) } }, form,
        "minor_accompanying_victim")
    }
    let early = try #require(try stop("h", on: "2026-11-09", [Self.victim]))
    #expect(early.reason == .beforeDecision && early.citation?.text == "Law 53/2024 Art. 37(3)")
    #expect(early.names.map(\.told) == ["a", "b", "c", "d", "dd", "e", "g"])
    #expect(try stop("g", on: "2026-11-09", [Self.victim]) == nil)
    #expect(try stop("h", on: "2026-11-10", [Self.victim]) == nil)
    // One who was a victim by then, or whose file is not read, may be whose row it is.
    let before = Self.victim.merging(["identification.decided_at": "2026-11-01"]) { $1 }
    #expect(try stop("h", on: "2026-11-09", [Self.victim, before]) == nil)
    #expect(try stop("h", on: "2026-11-09", [Self.victim, nil]) == nil)
  }
}
