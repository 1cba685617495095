import Casework
import Vault

extension Desk {
  /// Shows a form of a case, or the case itself, as far as was asked for and may be seen.
  func showPage(
    of form: String?, _ code: CaseCode, _ classes: Set<FieldClass>
  ) throws(Fault) {
    let words = words
    try showPage(
      restricted: classes.contains(where: \.isRestricted), fresh: classes.contains(.clinical)
    ) { casework, session, purpose in
      let page = try casework.show(form, of: code, classes: classes, for: purpose, as: session)
      return PageReport(page, casework.book, words).report
    }
  }

  /// Shows what the body reads of a case.
  ///
  /// - Parameters:
  ///   - isRestricted: a purpose is needed, and what was shown is cleared away.
  ///   - fresh: the passphrase must have been given in the last five minutes.
  func showPage(
    restricted isRestricted: Bool, fresh: Bool = false,
    _ body: (Casework, borrowing Session, Purpose?) throws -> Report
  ) throws(Fault) {
    let purpose = try purpose(asking: isRestricted)
    let report = try withCasework(fresh: fresh) { casework, session in
      try body(casework, session, purpose)
    }
    try show(report)
    if isRestricted { try clearAfterReading() }
  }

  /// What was read does not stay above the next prompt, where the terminal allows it.
  private func clearAfterReading() throws(Fault) {
    guard terminal.isInteractive, format == .table, !noInput else { return }
    _ = try ask(words.clearQuestion)
    terminal.forget()
  }
}
