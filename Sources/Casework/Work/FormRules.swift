/// The rules of each form.
enum FormRules {
  static let all: [String: [any FormRule]] = [:]

  static func rules(of form: String, for changes: CaseChanges, _ book: RuleBook) -> [any FormRule] {
    (all[form] ?? []).filter { $0.concerns(changes, book) }
  }
}
