import Casework
import Vault

extension Desk {
  /// Shows a form of a case, or the case itself, as far as was asked for and may be seen.
  func showPage(
    of form: String?, _ code: CaseCode, _ classes: Set<FieldClass>
  ) throws(Fault) {
    let isRestricted = classes.contains(where: \.isRestricted)
    let purpose = try purpose(asking: isRestricted)
    let (page, book) = try withCasework { casework, session in
      let page = try casework.show(form, of: code, classes: classes, for: purpose, as: session)
      return (page, casework.book)
    }
    try show(PageReport(page, book, words).report)
    if isRestricted { try clearAfterReading() }
  }

  /// What was read does not stay above the next prompt, where the terminal allows it.
  private func clearAfterReading() throws(Fault) {
    guard terminal.isInteractive, format == .table, !noInput else { return }
    _ = try ask(words.clearQuestion)
    terminal.forget()
  }
}
