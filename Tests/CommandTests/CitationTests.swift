import Casework
import Testing

@testable import safekeep

@Suite struct CitationTests {
  private func cited(_ text: String) -> String {
    Vietnamese().cited(Citation(text: text, isVerified: true))
  }

  @Test(arguments: [
    ("Decree 356/2025 Art. 3", "Điều 3 Nghị định số 356/2025/NĐ-CP"),
    ("Law 53/2024 Art. 27(5), 30(1)", "khoản 5 Điều 27, khoản 1 Điều 30 Luật số 53/2024/QH15"),
    ("Law 53/2024 Art. 32(1)(e)", "điểm e khoản 1 Điều 32 Luật số 53/2024/QH15"),
    ("Palermo Protocol Art. 3(a)", "điểm a Điều 3 Nghị định thư Palermo"),
    ("Law 53/2024", "Luật số 53/2024/QH15"), ("ISO 639-3", "ISO 639-3"),
    (
      "Law 53/2024 Art. 34, 35, summary only",
      "Điều 34, Điều 35 Luật số 53/2024/QH15 (mới đọc bản tóm tắt)"
    ),
    ("Law 66/2011 Art. 32", "Điều 32 Luật số 66/2011/QH12"),
    ("Law 91/2015", "Luật số 91/2015/QH13"), ("Law 1/2016", "Luật số 1/2016"),
    ("Labour Code 45/2019 Art. 112", "Điều 112 Bộ luật Lao động số 45/2019/QH14"),
    ("Civil Code 91/2015 Art. 136", "Điều 136 Bộ luật Dân sự số 91/2015/QH13"),
    ("Decree 162/2025, procedure 112584", "Nghị định số 162/2025/NĐ-CP, thủ tục 112584"),
    ("Decision 3791/QĐ-BTP, procedure 2.000829", "Quyết định số 3791/QĐ-BTP, thủ tục 2.000829"),
    (
      "Law 53/2024 Art. 37; repealed by Law 1/2030 Art. 5(1)",
      "Điều 37 Luật số 53/2024/QH15; bị bãi bỏ theo khoản 1 Điều 5 Luật số 1/2030"
    ),
    ("Law 53/2024 Art. 3(", "Law 53/2024 Art. 3("),
  ])
  func aProvisionIsCitedAsTheLawIs(text: String, vietnamese: String) {
    #expect(cited(text) == vietnamese)
  }

  /// Every row of every table: no English word is left in Vietnamese.
  @Test(arguments: RuleTable.allCases) func noRowIsCitedInEnglish(table: RuleTable) throws {
    let words = [
      "Law ", "Decree ", "Decision ", "Code ", "Art.", "project choice", "Protocol", "procedure",
      "yearly", "only", "read", "list",
    ]
    for line in try RuleBook.builtIn().lines(of: table) {
      guard let citation = line.citation else { continue }
      let shown = Vietnamese().cited(citation)
      for word in words where shown.contains(word) {
        Issue.record("\(table.fileName), row \(line.line): \(shown)")
      }
    }
  }

  /// Whose duty a limit is, in the words of the law's Vietnamese.
  @Test func noLimitIsSomebodysInEnglish() throws {
    for rule in try RuleBook.builtIn().clocks.rules {
      #expect(English().holder(rule.who) == rule.who)
      #expect(Vietnamese().holder(rule.who) != rule.who, "\(rule.who)")
    }
    #expect(Vietnamese().holder("Sở Y tế tỉnh") == "Sở Y tế tỉnh")
  }

  @Test func theProjectsOwnChoicesSaySo() {
    let choice = Citation(text: Citation.projectChoice, isVerified: false)
    #expect(English().cited(choice).contains("this project"))
    #expect(Vietnamese().cited(choice).contains("chưa có quy định"))
  }
}
