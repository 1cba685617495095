import Vault

/// The order of dates, at every write of either side of a pair (`DateOrder`).
///
/// Nothing is asked to be seen for it: whoever does not see the other side records what they know, and the
/// next step of the file holds the two against each other.
struct DateOrderRule: FormRule {
  let looksAt: [String]

  /// Looks at the other side of what is changed and at nothing else: a consent is no reason to open a statement.
  init(_ changes: CaseChanges, _ book: RuleBook) {
    let touched = DateOrder.pairs.filter {
      !changes.fields.isDisjoint(with: book.ids([$0.earlier, $0.later]))
    }
    looksAt = touched.flatMap(\.looksAt)
  }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(DateOrder.pairs.flatMap { [$0.earlier, $0.later] }))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    let changes = form.changes
    let faults = DateOrder(form.after).faults { changes.writes($0, of: $1) }
    guard faults.isEmpty else { throw .form(faults.map(FieldFault.init)) }
  }
}

extension CaseChanges {
  /// Whether a field of this record is among them.
  func writes(_ field: FieldDefinition, of record: CaseRecords.Record) -> Bool {
    if field.entity == EntityDefinition.caseNumber { return operations[field.id] != nil }
    return records.contains { change in
      guard change.entity == record.entity, change.fields[field.id] != nil else { return false }
      return switch change.target {
      case .sole: true
      case .existing(let id): id == record.id
      case .new: change.name == record.id
      }
    }
  }
}

extension FieldFault {
  /// By the side that was written, with the other beside it, and what the later one rests on.
  init(_ fault: DateOrder.Fault) {
    let (earlier, later) = fault.pair
    let isReception = earlier.qualifiedName == "case.received_at"
    self.init(
      field: (fault.isOfLater ? later : earlier).qualifiedName,
      fault: fault.isOfLater ? (isReception ? .beforeReception : .tooEarly) : .tooLate,
      beside: fault.isOfLater ? earlier : later,
      citation: [later, earlier].map(\.citation).first { !$0.isProjectChoice })
  }
}
