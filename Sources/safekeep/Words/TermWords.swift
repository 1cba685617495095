/// What the fixed codes of the program are called. Codes of the rule book bring their own labels.
///
/// A code that is not known here is shown as it is: a newer vault may hold one, and a code is
/// better than nothing.
protocol TermWords {
  func role(_ code: String) -> String
  func fieldClass(_ code: String) -> String
  func fieldState(_ code: String) -> String
  func status(_ code: String) -> String
  func purpose(_ code: String) -> String
  func outcome(_ code: String) -> String
  /// How far a member has come: enrolled, waiting, active, suspended.
  func standing(_ code: String) -> String
  /// The noun of a form: person, reception, verification, …
  func stage(_ code: String) -> String
  // Column headings and labels that no rule book has
  func label(_ label: Label) -> String
  /// Whose duty or right a limit is.
  func holder(_ name: String) -> String
}

extension English {
  func role(_ code: String) -> String { Terms.roles[code]?.english ?? code }
  func fieldClass(_ code: String) -> String { Terms.classes[code]?.english ?? code }
  func fieldState(_ code: String) -> String { Terms.states[code]?.english ?? code }
  func status(_ code: String) -> String { Terms.statuses[code]?.english ?? code }
  func purpose(_ code: String) -> String { Terms.purposes[code]?.english ?? code }
  func outcome(_ code: String) -> String { Terms.outcomes[code]?.english ?? code }
  func standing(_ code: String) -> String { Terms.standings[code]?.english ?? code }
  func stage(_ code: String) -> String { Terms.stages[code]?.english ?? code }
  func label(_ label: Label) -> String { Terms.pair(label).english }
  func holder(_ name: String) -> String { Terms.holders[name]?.english ?? name }
}

extension Vietnamese {
  func role(_ code: String) -> String { Terms.roles[code]?.vietnamese ?? code }
  func fieldClass(_ code: String) -> String { Terms.classes[code]?.vietnamese ?? code }
  func fieldState(_ code: String) -> String { Terms.states[code]?.vietnamese ?? code }
  func status(_ code: String) -> String { Terms.statuses[code]?.vietnamese ?? code }
  func purpose(_ code: String) -> String { Terms.purposes[code]?.vietnamese ?? code }
  func outcome(_ code: String) -> String { Terms.outcomes[code]?.vietnamese ?? code }
  func standing(_ code: String) -> String { Terms.standings[code]?.vietnamese ?? code }
  func stage(_ code: String) -> String { Terms.stages[code]?.vietnamese ?? code }
  func label(_ label: Label) -> String { Terms.pair(label).vietnamese }
  func holder(_ name: String) -> String { Terms.holders[name]?.vietnamese ?? name }
}
