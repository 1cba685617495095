import Vault

/// Cells of which nothing would follow: a condition of a right that the program does not know, so that it is never held
/// against a file, and the last day of a field, which is asked and recorded after it as before.
///
/// Like `CoverageCheck` it is asked of what is proposed, and of that only what the book in force does not say already:
/// nobody could take it back.
struct UnheldCheck {
  let adopted: RuleBook
  let proposed: RuleBook

  func run() throws(CaseworkError) {
    let before = Set(adopted.entitlements.rows.map(Right.init))
    for right in proposed.entitlements.rows where !before.contains(Right(right)) {
      guard let condition = right.condition, !SupportCondition.known.contains(condition) else {
        continue
      }
      throw .rules(RuleFault(.entitlements, line: right.line, .unknownCode(condition)))
    }
    for field in proposed.fields {
      guard let last = field.validity.to, adopted[field.qualifiedName]?.validity.to != last else {
        continue
      }
      throw .rules(RuleFault(.fields, line: field.line, .fieldEnds(field.qualifiedName)))
    }
  }

  /// A row by its name, and what it depends on.
  private struct Right: Hashable {
    let name: [String?]

    init(_ right: Entitlement) {
      name = [
        right.legalRegime, right.category, right.regime, right.validity.from?.text, right.condition,
      ]
    }
  }
}
