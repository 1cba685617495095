/// A row of the workflow as time looks at it: what it is for, and from when until when.
struct LastingRow {
  let table: RuleTable
  let line: Int
  let name: String
  let validity: Validity
  let isRepealed: Bool
  /// What it is for, but for the files: rows of one family can follow each other.
  private let family: [String]
  private let condition: RuleCondition

  init(_ step: StepRule) {
    (table, line, name) = (.steps, step.line, step.id)
    (validity, isRepealed) = (step.validity, step.citation.isRepealed)
    (family, condition) = ([step.from, step.to], .always)
  }

  init(_ right: Entitlement) {
    family = [right.legalRegime, right.category, right.regime]
    (table, line, name) = (.entitlements, right.line, family.joined(separator: " "))
    (validity, isRepealed) = (right.validity, right.citation.isRepealed)
    condition = .always
  }

  init(_ rule: ClockRule, _ table: ClockTable) {
    (self.table, line, name) = (.clocks, rule.line, rule.id)
    (validity, isRepealed) = (rule.validity, rule.citation.isRepealed)
    (family, condition) = (Self.family(rule, table), rule.condition)
  }

  /// The event that starts it, what ends it, and of an extension the step, after those of what it lengthens.
  static func family(_ rule: ClockRule, _ table: ClockTable) -> [String] {
    // The check of the book let no clock extend itself.
    let base = rule.extends.flatMap { table[$0] }.map { family($0, table) } ?? []
    let steps = rule.extendedBy.parts.map { $0.sorted().joined(separator: ";") }
    return base
      + [rule.start?.firstField ?? "", rule.end.fields.first ?? "", steps.joined(separator: "/")]
  }

  /// The kinds of files that it is for, one for each choice of codes that its condition leaves.
  var parts: [Set<String>] { condition.parts }

  /// Whether it takes the place of another for such files on a day.
  func follows(_ other: LastingRow, in part: Set<String>, on day: CalendarDay) -> Bool {
    family == other.family && validity.holds(on: day) && condition.holds(in: part)
  }
}

extension RuleCondition {
  static let always = RuleCondition(terms: [])

  /// Each way in which it can be met, as the terms with one code each.
  var parts: [Set<String>] {
    terms.reduce([[]]) { parts, term in
      parts.flatMap { part in term.choices.map { part.union([$0]) } }
    }
  }

  /// Whether it is met wherever these terms are.
  func holds(in part: Set<String>) -> Bool {
    terms.allSatisfy { !part.isDisjoint(with: $0.choices) }
  }
}

extension RuleCondition.Term {
  fileprivate var choices: [String] {
    switch self {
    case .given(let names): [names.sorted().joined(separator: "|")]
    case .code(let name, let codes): codes.map { name + "=" + $0 }
    case .special(let what): ["@" + what.word]
    }
  }
}
