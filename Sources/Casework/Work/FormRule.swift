import Vault

/// What a form has to meet in the light of the whole case before it is recorded, and what the program adds
/// to it. The rules of one form are one type; all of them stand in `FormRules.all`.
protocol FormRule: Sendable {
  /// The fields of the case that it looks at, by `entity.field`.
  var looksAt: [String] { get }

  /// Whether the rule has anything to say of these changes; the case is looked at only then.
  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool

  /// Holds the form against the case, and fills in what the program writes.
  ///
  /// - Throws: `.stopped` with the rule and what would make it right.
  func check(_ form: inout CheckedChanges) throws(CaseworkError)
}
