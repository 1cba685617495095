import Vault

/// A clock whose event nothing ever records would never run, and nobody would see it: a field of the program's own
/// that the program does not know. Like `CoverageCheck` it is asked of what is proposed.
struct RecordedCheck {
  private let book: RuleBook
  private let known: RuleBook

  /// - Parameter known: the built-in book, whose fields the program writes.
  init(_ book: RuleBook, known: RuleBook) { (self.book, self.known) = (book, known) }

  func run() throws(CaseworkError) {
    for rule in book.clocks.rules {
      var names = rule.end.fields + rule.extendedBy.fields + [rule.given].compactMap(\.self)
      for case .recorded(let event) in rule.start?.events ?? [] { names += event.fields }
      for name in names {
        guard let field = book[name], !field.isTyped, known[name]?.id != field.id else { continue }
        throw .rules(RuleFault(.clocks, line: rule.line, .nothingRecords(name)))
      }
    }
  }
}
