import Vault

extension RuleBook {
  /// What the facts of a case are made of, beside what its clocks rest on.
  private static let factNames = [
    "case.received_at", "case.opened_at", "case.rules_from", "case.entry_path",
    "case.receiving_unit", "case.status", "case.former_status", "case.file_kind",
    "person.birth_date", "person.sex", "event.country",
    "identification.purpose", "identification.decision", "closure.closure_reason",
    "support_item.regime", "support_item.delivered_at", "support_item.training",
    "support_item.loan_ref", "measure.from", "measure.entered_at", "link.case_ref", "link.kind",
  ]

  var factFields: Set<FieldID> { ids(Self.factNames + CaseDays.fields) }

  /// Those that change the facts as soon as they are recorded. What a closure says counts with the step that closes,
  /// which writes the facts anew.
  var factFieldsAtOnce: Set<FieldID> {
    factFields.subtracting(ids(["closure.closure_reason", "closure.closed_at"]))
  }

  /// The one record that holds the facts.
  func recordOfFacts(_ items: [String]) -> RecordChange? {
    guard let field = self["facts.facts"] else { return nil }
    return RecordChange(.sole, entity: field.entity, fields: [field.id: .list(items)])
  }
}
