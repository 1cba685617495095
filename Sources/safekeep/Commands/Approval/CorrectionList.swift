import Casework
import Vault

/// The corrections that wait for a second person, each with what stands, what is to stand and why.
struct CorrectionList {
  private let cells: FieldCells
  private let words: any Words

  init(_ book: RuleBook, _ words: any Words) {
    (cells, self.words) = (FieldCells(book: book, words: words), words)
  }

  /// None where none waits.
  func lists(_ asked: [(ask: WaitingAsk, corrections: [AskedCorrection])]) -> [Report.List] {
    let rows = asked.flatMap { item in
      item.corrections.map { row(item.ask, $0) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      Report.List(
        "corrections", title: words.correctionsTitle,
        columns: [
          .init("entry", words.label(.entry)), .init("field", words.label(.named)),
          .init("before", words.correctionBefore), .init("after", words.correctionAfter),
          .init("reason", words.label(.reason)),
        ], rows: rows, ifEmpty: words.nothingWaits)
    ]
  }

  private func row(_ asked: WaitingAsk, _ correction: AskedCorrection) -> [Cell] {
    let field = correction.after.definition
    return [
      .integer(asked.ask.entry),
      .code(field.qualifiedName, label: words.name(field.label)),
      correction.before.map { cells.cell($0, of: field) } ?? .hidden,
      cells.cell(correction.after), correction.reason.map(Cell.lines) ?? .none,
    ]
  }
}
