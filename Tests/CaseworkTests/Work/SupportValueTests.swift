import Testing
import Vault

@testable import Casework

/// Values of a support that no paper can have.
@Suite struct SupportValueTests {
  private static let file = [
    "case.status": "identified", "case.legal_regime": "L53_2024",
    "case.person_category": "victim_vn", "person.birth_date": "2012-05-04",
    "case.received_at": "2026-10-01T08:00+07:00", "identification.decided_at": "2026-10-20",
  ]

  private static func faults(_ regime: String, _ more: [String: String]) throws -> [String] {
    try FormBench.faults(
      "support", ["support_item.regime": regime].merging(more) { $1 }, on: [file])
  }

  @Test func aSchoolYearIsTwoYearsThatFollow() throws {
    func year(_ text: String) throws -> [String] {
      try Self.faults("h", ["support_item.schooling_year": text])
    }
    #expect(try year("2026-2027") == [])
    for text in ["hai nghin", "2026", "2026-2028", "2027-2026", "26-27", "2026-2027-2028", "-"] {
      #expect(try year(text) == ["support_item.schooling_year notASchoolYear"], "\(text)")
    }
  }

  @Test func theYearOfTheInsuranceBeginsWithinOneOfTheCertificate() throws {
    func from(_ day: String) throws -> [String] {
      try Self.faults("b", ["support_item.insurance_from": day])
    }
    func stop(_ day: String) throws -> RuleStop? {
      try FormBench.stop(
        "support", ["support_item.regime": "b", "support_item.insurance_from": day],
        on: [Self.file])
    }
    #expect(try from("2027-01-01") == [])
    #expect(try from("2027-10-20") == [])
    #expect(try stop("2027-10-20") == nil)
    let late = try stop("2027-10-21")
    #expect(late?.reason == .insuranceYear)
    #expect(late?.citation?.text == "Decree 188/2025 Art. 6(6)(d)")
    #expect(try from("2026-09-30") == ["support_item.insurance_from beforeReception"])
  }

  /// Twelve months after 30 June 2025 (Decree 09/2013 Art. 23(3)(b)), under the law of 2011.
  @Test func anApplicationAfterItsWindowIsTold() throws {
    let old = Self.file.merging([
      "case.legal_regime": "L66_2011", "identification.decision": "victim",
      "identification.decided_at": "2025-06-30", "case.received_at": "2025-06-01T08:00+07:00",
      "person.birth_date": "1999",
    ]) { $1 }
    func told(_ day: String) throws -> [NoteReason] {
      try FormBench.check(
        "support",
        ["support_item.regime": "k", "support_item.allowance_application_at": day], on: [old]
      ).notes.map(\.reason).filter { $0 != .condition }
    }
    #expect(try told("2026-06-30") == [])
    #expect(try told("2026-07-01") == [.windowPassed])
  }

  /// Support under the newer law of somebody whom Art. 63 leaves with the older.
  @Test func theLawThatIsKeptIsToldWithTheHelp() throws {
    let old = Self.file.merging([
      "identification.decision": "victim", "identification.decided_at": "2025-06-20",
      "case.received_at": "2025-06-01T08:00+07:00",
    ]) { $1 }
    let notes = try FormBench.check("support", ["support_item.regime": "c"], on: [old]).notes
    #expect(notes.map(\.reason) == [.olderLaw])
  }

  /// An application that was turned down has been decided on too.
  @Test func aRefusedApplicationIsDecided() throws {
    let item = [
      "support_item.regime": "k", "support_item.allowance_application_at": "2026-11-02",
    ]
    let open = LawOffice.file([Self.file, item])
    #expect(try LawOffice.clock("allowance_decision", open, at: FormBench.now)?.end == nil)
    let refused = LawOffice.file([
      Self.file, item.merging(["support_item.refused_at": "2026-11-10"]) { $1 },
    ])
    #expect(try LawOffice.clock("allowance_decision", refused, at: FormBench.now)?.end != nil)
    #expect(
      try FormBench.faults(
        "support", item.merging(["support_item.refused_at": "2026-11-01"]) { $1 }, on: [Self.file])
        == ["support_item.refused_at tooEarly"])
  }

  /// Form 07 is the application for schooling, training and the allowance; of another regime it would start
  /// the nine days of a decision that nobody owes.
  @Test func formSevenIsForThreeRegimes() throws {
    let applied = ["support_item.allowance_application_at": "2026-11-02"]
    for regime in ["a", "b", "c", "d", "dd", "e", "g"] {
      let stop = try #require(
        try FormBench.stop(
          "support", ["support_item.regime": regime].merging(applied) { $1 }, on: [Self.file]))
      #expect(stop.reason == .otherRegime && stop.names.map(\.told) == ["h", "i", "k"])
      #expect(stop.citation?.text == "Decree 162/2025 Art. 24")
      let clock = LawOffice.file([
        Self.file, ["support_item.regime": regime].merging(applied) { $1 },
      ])
      #expect(try LawOffice.clock("allowance_decision", clock, at: FormBench.now) == nil)
    }
    for regime in ["h", "i", "k"] {
      #expect(
        try FormBench.stop(
          "support", ["support_item.regime": regime].merging(applied) { $1 }, on: [Self.file])
          == nil)
    }
    let file = LawOffice.file([Self.file, ["support_item.regime": "h"].merging(applied) { $1 }])
    let clock = try LawOffice.clock("allowance_decision", file, at: FormBench.now)
    #expect(clock?.deadline?.lastDay.text == "2026-11-13")
  }

  /// A file under the law of 2011 is told of that law, also where it has no row.
  @Test func theLawOfTheFileIsCited() throws {
    let file = Self.file.merging([
      "case.legal_regime": "L66_2011", "link.kind": "principal", "case.status": "in_process",
      "case.person_category": "minor_accompanying_in_process_domestic",
    ]) { $1 }
    let stop = try FormBench.stop("support", ["support_item.regime": "a"], on: [file])
    #expect(stop?.reason == .noEntitlements && stop?.citation?.text == "Law 66/2011 Art. 32")
  }

  @Test func whoIsNoRelativeByTheDecreeIsTheProjectsChoice() throws {
    let list = try #require(Book.builtIn.codeLists["relation"])
    let own = list.codes.filter(\.citation.isProjectChoice).map(\.code)
    #expect(own == ["partner", "guardian", "other"])
  }
}
