import Casework

/// The provision behind a rule, as each language cites it. The rule book has one form for it
/// (`Law 53/2024 Art. 27(1), 28(1)`); what is not of that form (standards, notes) is shown as it is.
protocol CitationWords {
  func cited(_ citation: Citation) -> String
}

extension English {
  func cited(_ citation: Citation) -> String {
    citation.isProjectChoice
      ? "a choice of this project; no provision at hand decides it" : citation.text
  }
}

extension Vietnamese {
  func cited(_ citation: Citation) -> String {
    citation.text.split(separator: Citation.repeal, maxSplits: 1).map { provision(String($0)) }
      .joined(separator: "; bị bãi bỏ theo ")
  }

  private func provision(_ text: String) -> String {
    if text == Citation.projectChoice {
      return "do dự án tự chọn; chưa có quy định để dẫn chiếu"
    }
    guard let provision = CitedProvision(text) else {
      return Terms.sources[text]?.vietnamese ?? text
    }
    let articles = provision.articles.map(article).joined(separator: ", ")
    let name =
      instrument(provision.instrument) + (provision.procedure.map { ", thủ tục \($0)" } ?? "")
    let told = articles.isEmpty ? name : "\(articles) \(name)"
    return told + (provision.note.flatMap { Terms.sources[$0] }.map { " (\($0.vietnamese))" } ?? "")
  }

  /// From the narrow to the wide, as laws are cited: điểm, khoản, Điều.
  private func article(_ article: CitedProvision.Article) -> String {
    let parts = article.parts.reversed().map { part in
      part.allSatisfy(\.isNumber) ? "khoản \(part) " : "điểm \(part) "
    }
    return parts.joined() + "Điều \(article.number)"
  }

  /// Numbers as the instruments bear them: laws of a National Assembly, decrees of the Government.
  private func instrument(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let number = words.last, number.contains("/") else {
      return name == "Palermo Protocol" ? "Nghị định thư Palermo" : name
    }
    return switch words.dropLast().joined(separator: " ") {
    case "Law": "Luật số \(number)" + assembly(number)
    case "Labour Code": "Bộ luật Lao động số \(number)" + assembly(number)
    case "Civil Code": "Bộ luật Dân sự số \(number)" + assembly(number)
    case "Decree": "Nghị định số \(number)/NĐ-CP"
    case "Decision": "Quyết định số \(number)"
    case "Circular": "Thông tư số \(number)/TT-BLĐTBXH"
    default: name
    }
  }

  /// The term of the National Assembly that passed a law of a year: the twelfth until the elections of May
  /// 2011, and so on. Of 2016 both terms passed some, and no number is made up.
  private func assembly(_ number: Substring) -> String {
    switch number.split(separator: "/").last.flatMap({ Int($0) }) ?? 0 {
    case 2007...2011: "/QH12"
    case 2012...2015: "/QH13"
    case 2017...2020: "/QH14"
    case 2021...2025: "/QH15"
    default: ""
    }
  }
}
