import Casework

/// What a file of numbers would be silent about: of which months they are, whether they are exact, for whom and by
/// which provision, and the shares beside the targets of the province. Lines of the same four columns.
struct FigureContext {
  private let page: FigurePage

  init(_ page: FigurePage) { self.page = page }

  var csv: String {
    (look + page.shares.flatMap { lines($0.target, $0.share) }).map(CSVText.line).joined()
  }

  private var look: [[String]] {
    let figures = page.figures
    let said: [(String, String?)] = [
      ("since", figures.period.first), ("until", figures.period.last),
      ("office", figures.breakdown.office), ("exact", Self.answer(figures.isExact)),
      ("recipient", page.recipient),
      ("citation", page.citation), ("entry", String(figures.entry)),
    ]
    return said.compactMap { column, value in
      value.map { ["look", FigureTable.total, column, $0] }
    }
  }

  private func lines(_ target: FigureTarget, _ share: FigurePage.Share?) -> [[String]] {
    [
      ("share", share?.text ?? "suppressed"),
      ("target", (target.isMore ? "> " : "") + String(target.percent)),
      ("reached", share.map { Self.answer($0.isReached) } ?? "suppressed"),
      ("citation", target.citation.text),
    ].map { ["targets", target.column, $0, $1] }
  }

  private static func answer(_ holds: Bool) -> String { holds ? "yes" : "no" }
}
