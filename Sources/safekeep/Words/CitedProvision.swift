/// A citation of the rule book in its parts: `Law 53/2024 Art. 27(5), 30(1)`.
struct CitedProvision: Equatable {
  /// `32(1)(e)`: article 32, parts 1 and e.
  struct Article: Equatable {
    let number: String
    let parts: [String]
  }

  /// `Law 53/2024`.
  let instrument: String
  let articles: [Article]
  /// The number of a procedure on the national service portal: `Decree 162/2025, procedure 112584`.
  let procedure: String?
  /// What of it was read, where that was not the text: `summary only`.
  let note: String?

  private static let instruments = [
    "Law ", "Labour Code ", "Civil Code ",
    "Decree ", "Decision ", "Circular ",
  ]
  private static let notes = ["summary only", "read in part"]

  /// Nil where the text is of another form.
  init?(_ text: String) {
    var rest = text[...]
    note = Self.notes.first { rest.hasSuffix(", " + $0) }
    if let note { rest = rest.dropLast(note.count + 2) }
    let ends = rest.split(separator: ", procedure ", omittingEmptySubsequences: false)
    let halves = (ends.first ?? "").split(separator: " Art. ", omittingEmptySubsequences: false)
    guard let name = halves.first, halves.count <= 2, ends.count <= 2,
      Self.instruments.contains(where: name.hasPrefix) || name == "Palermo Protocol"
    else { return nil }
    instrument = String(name)
    procedure = ends.count == 2 ? String(ends[1]) : nil
    var articles: [Article] = []
    for item in halves.count == 2 ? halves[1].split(separator: ", ") : [] {
      let pieces = item.split(separator: "(", omittingEmptySubsequences: false)
      guard let number = pieces.first, !number.isEmpty, number.allSatisfy(\.isNumber) else {
        return nil
      }
      var parts: [String] = []
      for piece in pieces.dropFirst() {
        guard piece.count > 1, piece.hasSuffix(")") else { return nil }
        parts.append(String(piece.dropLast()))
      }
      articles.append(Article(number: String(number), parts: parts))
    }
    self.articles = articles
  }
}
