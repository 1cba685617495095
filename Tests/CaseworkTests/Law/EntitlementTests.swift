import Testing

@testable import Casework

/// The matrix of Law 53/2024 Art. 37, cell by cell, and that of Law 66/2011.
@Suite struct EntitlementTests {
  private let table = Book.builtIn.entitlements
  private static let regimes = ["a", "b", "c", "d", "dd", "e", "g", "h", "i", "k"]

  /// Copied from the design's table by hand, x by x.
  private static let law53: [(String, String)] = [
    ("victim_vn", "xxxxxxxxxx"),
    ("minor_accompanying_victim", "xxxxxxxx--"),
    ("in_process_vn_domestic", "xxxxxxx---"),
    ("minor_accompanying_in_process_domestic", "xxxxxxx---"),
    ("in_process_vn_abroad", "xxxx------"),
    ("minor_accompanying_in_process_abroad", "xxxx------"),
    ("foreigner", "xxxxx-x---"),
  ]

  private static let law66: [(String, String)] = [
    ("victim_vn", "xx--xxxxxx"),
    ("minor_accompanying_victim", "xx---xx---"),
    ("in_process_vn_domestic", "x----x----"),
    ("foreigner", "xx--xxx---"),
  ]

  private func check(_ law: String, _ category: String, _ row: String) throws {
    let day = try LawOffice.rules("2026-11-22")
    for (regime, mark) in zip(Self.regimes, row) {
      let answer = table.answer(regime, law, category, on: day)
      switch answer {
      case .entitled(let right):
        #expect(mark == "x" && right.citation.isVerified, "\(category) \(regime)")
      case .notEntitled(let citation):
        #expect(mark == "-" && !citation.text.isEmpty, "\(category) \(regime)")
      case .noRow: Issue.record("\(category) has no row")
      }
    }
  }

  @Test(arguments: law53) func article37(_ row: (String, String)) throws {
    try check("L53_2024", row.0, row.1)
  }

  @Test(arguments: law66) func theOldLaw(_ row: (String, String)) throws {
    try check("L66_2011", row.0, row.1)
  }

  @Test func foreignersDependOnTheCase() throws {
    let rows = table.rows("L53_2024", "foreigner", on: try LawOffice.rules("2026-11-22"))
    #expect(rows.count == 6 && rows.allSatisfy { $0.condition == "case_by_case" })
  }

  @Test func whoHasNoRowHasNone() throws {
    let day = try LawOffice.rules("2026-11-22")
    #expect(table.answer("a", "L53_2024", "stateless_abroad", on: day) == .noRow)
    let before = try LawOffice.rules("2025-06-30")
    #expect(table.answer("a", "L53_2024", "victim_vn", on: before) == .noRow)
  }
}
