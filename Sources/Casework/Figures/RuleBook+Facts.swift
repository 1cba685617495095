import Vault

extension RuleBook {
  /// What the facts of a case are made of, beside what its clocks rest on.
  private static let factNames = [
    "case.received_at", "case.opened_at", "case.entry_path", "case.receiving_unit", "case.status",
    "case.former_status", "case.file_kind", "person.birth_date", "person.sex", "event.country",
    "identification.purpose", "identification.decision", "closure.closure_reason",
    "support_item.regime", "support_item.delivered_at", "support_item.training",
    "support_item.loan_ref", "measure.from", "measure.entered_at", "link.case_ref", "link.kind",
  ]

  var factFields: Set<FieldID> { ids(Self.factNames + CaseDays.fields) }

  /// The one record that holds the facts.
  func recordOfFacts(_ items: [String]) -> RecordChange? {
    guard let field = self["facts.facts"] else { return nil }
    return RecordChange(.sole, entity: field.entity, fields: [field.id: .list(items)])
  }
}
