import Testing
import Vault

@testable import Casework

/// Protection, the return of children, categories of minors, and the day on which somebody is of age.
@Suite struct ProtectionRuleTests {
  private static let file = [
    "case.status": "received", "case.received_at": "2026-10-01T08:00+07:00",
    "person.birth_date": "2014-05-04",
  ]

  private static func protect(_ answers: [String: String]) throws -> RuleStop? {
    try FormBench.stop("protection", answers, on: [file])
  }

  // MARK: Measures

  @Test(arguments: ["shelter", "data_secrecy", "guard", "prevent_acts", "procedural", "other"])
  func aMeasureRestsOnADecision(_ kind: String) throws {
    let measure = ["measure.kind": kind, "measure.from": "2026-11-20"]
    let stop = try Self.protect(measure)
    #expect(stop?.names.map(\.told) == ["measure.decision_no"])
    #expect(stop?.citation?.text == "Law 53/2024 Art. 34, 35")
    #expect(try Self.protect(measure.merging(["measure.decision_no": "7/QĐ"]) { $1 }) == nil)
    let urgent = measure.merging(["measure.urgent": "yes"]) { $1 }
    let first = try Self.protect(urgent)
    if ["shelter", "data_secrecy"].contains(kind) {
      #expect(first == nil)
    } else {
      #expect(first?.reason == .notUrgent)
      #expect(first?.names.map(\.told) == ["shelter", "data_secrecy"])
    }
  }

  @Test func theDecisionIsDueInThreeDays() throws {
    // Thursday; three days on is Sunday, and so the end of Monday.
    let urgent = [
      "measure.kind": "shelter", "measure.urgent": "yes", "measure.from": "2026-11-19",
    ]
    let checked = try FormBench.check("protection", urgent, on: [Self.file])
    #expect(checked.written("measure.decision_due_at") == .dateTime("2026-11-23T23:59+07:00"))
    #expect(checked.notes.map(\.reason) == [.decisionDue])
    var vague = urgent
    vague["measure.from"] = "2026-11"
    #expect(
      try FormBench.faults("protection", vague, on: [Self.file])
        == ["measure.from wholeDateNeeded"])
    vague["measure.from"] = "2026-11-19"
    vague["measure.to"] = "2026-11-18"
    #expect(
      try FormBench.faults("protection", vague, on: [Self.file])
        == ["measure.to tooEarly"])
    // Taken already: neither before the person came nor on a day ahead, from which no limit would run.
    for (day, fault) in [("2020-01-01", "beforeReception"), ("2028-01-01", "inTheFuture")] {
      vague["measure.from"] = day
      vague["measure.to"] = nil
      #expect(
        try FormBench.faults(
          "protection", vague,
          on: [Self.file.merging(["case.received_at": "2026-10-01T08:00+07:00"]) { $1 }])
          == ["measure.from \(fault)"])
    }
  }

  @Test func whoRefusesProtectionSaysWhyAndSigns() throws {
    let stop = try Self.protect(["refusal.reason": "muốn về nhà"])
    #expect(stop?.names.map(\.told) == ["refusal.undertaking_ref", "refusal.undertaking_place"])
    #expect(stop?.citation == Citation(text: "Law 53/2024 Art. 34", isVerified: false))
    #expect(
      try Self.protect([
        "refusal.reason": "muốn về nhà", "refusal.undertaking_ref": "12/CK",
        "refusal.undertaking_place": "tủ số 3",
      ]) == nil)
  }

  @Test func riskIsFirstWhatThePersonSays() throws {
    func notes(_ answers: [String: String], _ more: [String: String] = [:]) throws -> [NoteReason] {
      try FormBench.check(
        "protection", answers, on: [Self.file.merging(more) { $1 }]
      ).notes.map(\.reason)
    }
    #expect(try notes(["protection.risk_level": "high"]) == [.ownWords])
    // Asked, and not answered: that is an answer.
    #expect(
      try notes(["protection.risk_level": "high", "protection.risk_own_words": "[declined]"]) == [])
    #expect(
      try notes(["protection.risk_level": "high"], ["protection.risk_own_words": "họ sẽ tìm em"])
        == [])
  }

  // MARK: Children

  @Test(arguments: ["reintegration.relatives_notified_at", "reintegration.returned_on"])
  func aChildGoesToRelativesOnlyWhereThatIsNotDangerous(_ name: String) throws {
    let day = name.hasSuffix("_at") ? "2026-11-20T09:00+07:00" : "2026-11-20"
    func stop(_ danger: String?, _ birth: String? = "2014-05-04") throws -> RuleStop? {
      var file = Self.file
      file["person.birth_date"] = birth
      file["reintegration.return_danger"] = danger
      return try FormBench.stop("support", [name: day], on: [file])
    }
    let unasked = try stop(nil)
    #expect(unasked?.names.map(\.told) == ["reintegration.return_danger"])
    #expect(unasked?.citation?.text == "Law 53/2024 Art. 27(5), 30(1)")
    #expect(try stop("unknown")?.reason == .missing)
    #expect(try stop("yes")?.reason == .dangerAtHome)
    #expect(try stop("no") == nil)
    #expect(try stop(nil, nil)?.reason == .missing)
    #expect(try stop("yes", "1999") == nil)
  }

  @Test func dangerAfterTheReturnIsTold() throws {
    func notes(_ danger: String, _ more: [String: String]) throws -> [NoteReason] {
      try FormBench.check(
        "support", ["reintegration.return_danger": danger],
        on: [["person.birth_date": "1999"].merging(more) { $1 }]
      ).notes.map(\.reason).filter { $0 == .dangerAfterReturn }
    }
    let standing = ["case.status": "reintegration"]
    #expect(try notes("yes", standing) == [.dangerAfterReturn])
    #expect(try notes("no", standing).isEmpty)
    #expect(try notes("yes", ["case.status": "identified"]).isEmpty)
    let back = ["case.status": "identified", "reintegration.returned_on": "2026-11-20"]
    #expect(try notes("yes", back) == [.dangerAfterReturn])
    #expect(
      try notes("yes", standing.merging(["reintegration.return_danger": "yes"]) { $1 }).isEmpty)
  }

  @Test func aCategoryOfMinorsIsNotForSomebodyOfAge() throws {
    let form = ["case.person_category": "minor_accompanying_victim"]
    let file = Self.file.merging(["link.kind": "principal"]) { $1 }
    #expect(try FormBench.stop("case", form, on: [file]) == nil)
    let adult = file.merging(["person.birth_date": "2008-11-22"]) { $1 }
    let stop = try FormBench.stop("case", form, on: [adult])
    #expect(stop?.reason == .ofAge && stop?.citation?.text == "Law 53/2024 Art. 37")
  }

  @Test func theDayOfComingOfAge() throws {
    func age(_ values: [String: String], _ more: [[String: String]] = []) throws -> ComingOfAge? {
      ComingOfAge(
        LawOffice.file([Self.file.merging(values) { $1 }] + more),
        on: try LawOffice.day("2026-11-22"))
    }
    let child = try age([:])
    #expect(child?.from.text == "2032-05-04" && child?.isReached == false)
    // Of a year alone the last day that it can mean.
    #expect(try age(["person.birth_date": "2009"])?.from.text == "2027-12-31")
    #expect(try age(["person.birth_date": "2012-02-29"])?.from.text == "2030-02-28")
    #expect(try age(["person.birth_date": "1990"]) == nil)
    #expect(try age(["person.birth_date": "[declined]"]) == nil)
    let grown = [
      "person.birth_date": "2008-11-22", "case.person_category": "minor_accompanying_victim",
    ]
    let consents = [
      ["consent.giver": "representative"],
      ["consent.giver": "representative", "consent.withdrawn_at": "2026-01-01T08:00+07:00"],
      ["consent.giver": "representative", "consent.expires_at": "2026-11-21"],
      ["consent.giver": "self"],
    ]
    let now = try age(grown, consents)
    #expect(now?.isReached == true && now?.isCategoryDue == true && now?.unconfirmed == 1)
  }
}
