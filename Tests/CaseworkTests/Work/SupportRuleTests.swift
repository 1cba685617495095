import Testing
import Vault

@testable import Casework

/// The matrix of Art. 37 through the form that records support, cell by cell, and everything that stops a
/// support with the provision behind it.
@Suite struct SupportRuleTests {
  private static let regimes = ["a", "b", "c", "d", "dd", "e", "g", "h", "i", "k"]

  /// Copied from the design's table by hand; a cell is an x where the form must pass.
  private static let law53 = [
    "victim_vn": "xxxxxxxxxx", "minor_accompanying_victim": "xxxxxxxx--",
    "in_process_vn_domestic": "xxxxxxx---", "minor_accompanying_in_process_domestic": "xxxxxxx---",
    "in_process_vn_abroad": "xxxx------", "minor_accompanying_in_process_abroad": "xxxx------",
    "foreigner": "xxxxx-x---",
  ]
  private static let law66 = [
    "victim_vn": "xx--xxxxxx", "minor_accompanying_victim": "xx---xx---",
    "in_process_vn_domestic": "x----x----", "in_process_vn_abroad": "x----x----",
    "foreigner": "xx--xxx---", "minor_accompanying_in_process_domestic": "----------",
  ]

  private static func file(
    _ category: String?, law: String = "L53_2024", _ more: [String: String] = [:]
  ) -> [String: String] {
    var values = [
      // Article 37 has the row of a victim for whoever was identified.
      "case.status": category == "victim_vn" ? "identified" : "in_process",
      "case.legal_regime": law,
      // Who was in process when Law 53/2024 came has the old law, and nobody since.
      "case.received_at": law == "L53_2024" ? "2026-10-01T08:00+07:00" : "2025-06-01T08:00+07:00",
      "person.birth_date": "2012-05-04",
    ]
    values["case.person_category"] = category
    return values.merging(more) { $1 }
  }

  /// The stay that medical and psychological help of the old law is for.
  private static let stay = [
    "stay.stay_from": "2026-10-02", "stay.stay_wish": "yes", "stay.stay_need": "health_care",
  ]

  private static func given(_ regime: String, _ more: [String: String] = [:]) -> [String: String] {
    ["support_item.regime": regime, "support_item.delivered_at": "2026-11-20T09:00+07:00"]
      .merging(more) { $1 }
  }

  private static func check(_ law: String, _ table: [String: String]) throws {
    for (category, row) in table {
      for (regime, mark) in zip(regimes, row) {
        let stop = try FormBench.stop(
          "support", given(regime), on: [file(category, law: law), stay])
        let cell = "\(law) \(category) \(regime)"
        #expect((stop == nil) == (mark == "x"), "\(cell): \(stop.map { "\($0)" } ?? "passes")")
        guard let stop else { continue }
        #expect(stop.citation?.text.isEmpty == false, "\(cell)")
        // What would be right is named: exactly the row.
        let allowed = zip(regimes, row).filter { $0.1 == "x" }.map(\.0)
        #expect(stop.reason == (allowed.isEmpty ? .noEntitlements : .notEntitled), "\(cell)")
        #expect(Set(stop.names.map(\.told)) == Set(allowed), "\(cell)")
      }
    }
  }

  @Test func article37CellByCell() throws { try Self.check("L53_2024", Self.law53) }

  @Test func theLawOf2011CellByCell() throws { try Self.check("L66_2011", Self.law66) }

  @Test func theRefusalCitesTheRowOfTheCategory() throws {
    let stop = try FormBench.stop(
      "support", Self.given("h"), on: [Self.file("in_process_vn_domestic")])
    #expect(stop?.citation == Citation(text: "Law 53/2024 Art. 37(3)", isVerified: true))
    #expect(stop?.obstacle == .state)
  }

  // MARK: Before the category

  @Test(arguments: regimes) func beforeTheCategoryOnlyThree(_ regime: String) throws {
    let file = [Self.file(nil)]
    guard ["a", "b", "c"].contains(regime) else {
      let stop = try FormBench.stop("support", Self.given(regime), on: file)
      #expect(stop?.reason == .beforeCategory && stop?.names.map(\.told) == ["a", "b", "c"])
      #expect(stop?.citation?.text == "Law 53/2024 Art. 27(1)")
      return
    }
    let checked = try FormBench.check("support", Self.given(regime), on: file)
    #expect(checked.written("support_item.before_category") == .bool(.yes))
    let later = try FormBench.check("support", Self.given(regime), on: [Self.file("victim_vn")])
    #expect(later.written("support_item.before_category") == nil)
  }

  // MARK: Files that take none

  @Test(arguments: [
    ("closed", StopReason.fileClosed), ("transferred", .fileClosed),
    ("not_identified", .notIdentified),
  ])
  func aFileThatEndedTakesNothingNew(_ row: (status: String, reason: StopReason)) throws {
    let file = [Self.file("victim_vn", ["case.status": row.status])]
    #expect(try FormBench.stop("support", Self.given("a"), on: file)?.reason == row.reason)
    let standing = Self.given("a", ["support_item.item": "quần áo"])
    // Who was not identified keeps a file in which what stands there may be described better.
    #expect(
      try FormBench.stop(
        "support", ["support_item.item": "quần áo ấm"], on: file + [standing], correcting: 1)?
        .reason == (row.reason == .fileClosed ? .fileClosed : nil))
    #expect(
      try FormBench.stop(
        "support", ["support_item.delivered_at": "2026-11-21T09:00+07:00"],
        on: file + [standing], correcting: 1)?.reason == row.reason)
  }

  @Test func whatWasGivenBeforeTheDecisionIsStillEntered() throws {
    let file = [
      Self.file(
        "in_process_vn_domestic",
        ["case.status": "not_identified", "identification.decided_at": "2026-11-20"])
    ]
    #expect(try FormBench.stop("support", Self.given("a"), on: file) == nil)
    let after = ["support_item.delivered_at": "2026-11-21T09:00+07:00"]
    #expect(
      try FormBench.stop("support", Self.given("a", after), on: file)?.reason == .notIdentified)
  }

  @Test func theFileOfAProtectedRelativeHasNoRegimes() throws {
    let file = [Self.file("victim_vn", ["case.file_kind": "protected_relative"])]
    let stop = try FormBench.stop("support", Self.given("a"), on: file)
    #expect(stop?.reason == .relativeFile && stop?.citation?.text == "Law 53/2024 Art. 37")
  }

  // MARK: Conditions

  @Test func aForeignersSupportDependsOnTheCaseAndIsToldSo() throws {
    let checked = try FormBench.check("support", Self.given("a"), on: [Self.file("foreigner")])
    #expect(checked.notes.map(\.reason) == [.condition])
    #expect(checked.notes.first?.citation?.text == "Law 53/2024 Art. 37(4)")
  }

  @Test func medicalHelpOfTheOldLawIsForTheTimeOfAStay() throws {
    let file = Self.file("victim_vn", law: "L66_2011")
    let stop = try FormBench.stop("support", Self.given("b"), on: [file])
    #expect(stop?.reason == .condition && stop?.citation?.text == "Law 66/2011 Art. 34")
    var ended = Self.stay
    ended["stay.stay_to"] = "2026-11-10"
    #expect(
      try FormBench.stop("support", Self.given("b"), on: [file, ended])?.reason == .condition)
    #expect(try FormBench.stop("support", Self.given("b"), on: [file, Self.stay]) == nil)
    // Of a stay of which only the month is known nobody can tell; that is said.
    let vague = try FormBench.check(
      "support", Self.given("b"), on: [file, ["stay.stay_from": "2026-11"]])
    #expect(vague.notes.map(\.reason) == [.condition])
  }

  @Test func theAllowanceOfTheOldLawIsGivenOnce() throws {
    let file = Self.file("victim_vn", law: "L66_2011")
    let first = try FormBench.check("support", Self.given("k"), on: [file])
    // That the household is poor no field shows.
    #expect(first.notes.map(\.label?.english) == ["poor household, once"])
    let second = try FormBench.stop("support", Self.given("k"), on: [file, Self.given("k")])
    #expect(second?.reason == .condition && second?.citation?.text == "Law 66/2011 Art. 38(1)")
    let loan = Self.given("k", ["support_item.loan_ref": "hồ sơ vay 7"])
    #expect(try FormBench.stop("support", loan, on: [file, Self.given("k")]) == nil)
  }

  @Test func schoolingOfTheOldLawIsForOneYearOfAMinor() throws {
    let file = Self.file("victim_vn", law: "L66_2011")
    let year = ["support_item.schooling_year": "2026-2027"]
    let first = Self.given("h", year)
    #expect(try FormBench.stop("support", first, on: [file]) == nil)
    let next = Self.given("h", ["support_item.schooling_year": "2027-2028"])
    #expect(try FormBench.stop("support", next, on: [file, first])?.reason == .condition)
    let adult = Self.file("victim_vn", law: "L66_2011", ["person.birth_date": "1999"])
    #expect(
      try FormBench.stop("support", first, on: [adult])?.names.map(\.told) == ["person.birth_date"])
  }

  /// The first and the next (Decree 162/2025 Art. 24): a third year is none of them, nor is one that does not
  /// follow. Told with the second, while it can still be used.
  @Test func schoolYearsAreTheFirstAndTheNext() throws {
    func year(_ text: String) -> [String: String] {
      Self.given("h", ["support_item.schooling_year": text])
    }
    let file = Self.file("victim_vn")
    let second = try FormBench.check("support", year("2025-2026"), on: [file, year("2024-2025")])
    #expect(second.notes.map(\.reason) == [.lastSchoolYear])
    let two = [file, year("2024-2025"), year("2025-2026")]
    let stop = try FormBench.stop("support", year("2026-2027"), on: two)
    #expect(stop?.reason == .thirdSchoolYear)
    #expect(stop?.citation?.text == "Decree 162/2025 Art. 24")
    #expect(stop?.names.map(\.told) == ["support_item.schooling_year"])
    #expect(
      try FormBench.stop("support", year("2026-2027"), on: [file, year("2024-2025")])?.reason
        == .thirdSchoolYear)
    // The same year once more, and help without one.
    #expect(try FormBench.stop("support", year("2025-2026"), on: two) == nil)
    #expect(try FormBench.stop("support", Self.given("h"), on: two) == nil)
    // A correction is held too.
    #expect(
      try FormBench.stop(
        "support", ["support_item.schooling_year": "2026-2027"], on: two, correcting: 2)?.reason
        == .thirdSchoolYear)
  }

  @Test func whoCameOfAgeIsToldOf() throws {
    let file = Self.file("minor_accompanying_victim", ["person.birth_date": "2008-11-19"])
    let checked = try FormBench.check("support", Self.given("a"), on: [file])
    #expect(checked.notes.map(\.reason) == [.cameOfAge])
  }

  // MARK: Values

  @Test func whatNoPaperCanSayIsRefusedByName() throws {
    let file = [Self.file("victim_vn")]
    func faults(_ answers: [String: String]) throws -> [String] {
      try FormBench.faults("support", answers, on: file)
    }
    #expect(
      try faults(Self.given("a", ["support_item.quantity": "0.0"]))
        == ["support_item.quantity notPositive"])
    #expect(
      try faults(Self.given("a", ["support_item.amount_vnd": "-5"]))
        == ["support_item.amount_vnd notPositive"])
    #expect(
      try faults(Self.given("a", ["support_item.delivered_at": "2026-09-30T23:00+07:00"]))
        == ["support_item.delivered_at beforeReception"])
    // On the day itself, whatever the hour.
    #expect(
      try faults(Self.given("a", ["support_item.delivered_at": "2026-10-01T01:00+07:00"])) == [])
    #expect(try faults(["support_item.item": "x"]) == ["support_item.regime missing"])
  }
}
