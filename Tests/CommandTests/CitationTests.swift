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
    ("Law 53/2024 Art. 34, 35, summary only", "Law 53/2024 Art. 34, 35, summary only"),
    ("Law 53/2024 Art. 3(", "Law 53/2024 Art. 3("),
  ])
  func aProvisionIsCitedAsTheLawIs(text: String, vietnamese: String) {
    #expect(cited(text) == vietnamese)
  }

  /// Every field of the book: no English word for an instrument is left in Vietnamese.
  @Test func noFieldIsCitedInEnglish() throws {
    for field in try RuleBook.builtIn().fields {
      let shown = Vietnamese().cited(field.citation)
      for word in ["Law ", "Decree ", "Art.", "project choice", "Protocol"] {
        #expect(!shown.contains(word), "\(field.qualifiedName): \(shown)")
      }
    }
  }

  @Test func theProjectsOwnChoicesSaySo() {
    let choice = Citation(text: Citation.projectChoice, isVerified: false)
    #expect(English().cited(choice).contains("this project"))
    #expect(Vietnamese().cited(choice).contains("chưa có quy định"))
  }
}
