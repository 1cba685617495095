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
    if citation.isProjectChoice {
      return "lựa chọn của chương trình này; chưa có quy định để dẫn chiếu"
    }
    guard let provision = CitedProvision(citation.text) else { return citation.text }
    let articles = provision.articles.map(article).joined(separator: ", ")
    let name = instrument(provision.instrument)
    return articles.isEmpty ? name : "\(articles) \(name)"
  }

  /// From the narrow to the wide, as laws are cited: điểm, khoản, Điều.
  private func article(_ article: CitedProvision.Article) -> String {
    let parts = article.parts.reversed().map { part in
      part.allSatisfy(\.isNumber) ? "khoản \(part) " : "điểm \(part) "
    }
    return parts.joined() + "Điều \(article.number)"
  }

  /// Numbers as the instruments bear them: laws of the Fifteenth National Assembly, decrees of the
  /// Government.
  private func instrument(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count == 2, words[1].contains("/") else {
      return name == "Palermo Protocol" ? "Nghị định thư Palermo" : name
    }
    let isOfFifteenth = ["2021", "2022", "2023", "2024", "2025"].contains { words[1].hasSuffix($0) }
    return switch words[0] {
    case "Law": "Luật số \(words[1])" + (isOfFifteenth ? "/QH15" : "")
    case "Decree": "Nghị định số \(words[1])/NĐ-CP"
    case "Circular": "Thông tư số \(words[1])/TT-BLĐTBXH"
    default: name
    }
  }
}
