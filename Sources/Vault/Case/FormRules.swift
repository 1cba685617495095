import AuditLog

/// What is asked of the forms that somebody fills before any of them is sealed, and what is sealed
/// then. A pure function of the field table and of how the writer stands to the case.
struct FormRules {
  let fields: FieldTable
  let standings: [Gate.Standing]
  let use: Policy.Use

  /// Whether the writer may, and as what.
  enum Answer {
    /// The role that the entry names: that of the first field that was allowed.
    case allowed(Role?)
    case denied(Refusal)
  }

  /// - Parameters:
  ///   - asked: fields that are only asked for, and that the writer could write.
  ///   - agreed: fields that another asked for who could write them. The letters of a field say who brings a value
  ///     in; whoever agrees holds the key and answers for the case, or leads.
  func review(
    _ changes: [RecordChange], operations: [FieldID: FieldValue], asked: Set<FieldID> = [],
    agreed: Set<FieldID> = []
  ) throws(VaultError) -> Answer {
    try checkPlaces(changes, operations)
    var ids = Array(operations.keys) + asked
    for change in changes { ids.append(contentsOf: change.fields.keys) }
    var named: Role?
    for id in ids.sorted() {
      guard let rule = fields[id] else { throw .unknownField(id) }
      if agreed.contains(id), let standing = standings.first(where: { mayAgree($0, to: rule) }) {
        named = named ?? standing.role
        continue
      }
      switch Policy.decide(use, rule, purpose: nil, standings: standings) {
      case .allowed(let role, _): named = named ?? role
      case .denied(let reason): return .denied(reason)
      }
    }
    return .allowed(named)
  }

  private func mayAgree(_ standing: Gate.Standing, to rule: FieldRule) -> Bool {
    standing.only == nil && standing.isLeadOrOwner
      && KeyTable.access(standing.role, standing.relation, to: rule.fieldClass) == .key
  }

  /// Every holder of the operations key sees the operations row: a field of another class must not be
  /// slipped into it, nor one of its own into a record.
  private func checkPlaces(
    _ changes: [RecordChange], _ operations: [FieldID: FieldValue]
  ) throws(VaultError) {
    func isOperations(_ id: FieldID) -> Bool { fields[id]?.fieldClass == .operations }
    if changes.contains(where: { $0.fields[Evidence.keyField] != nil }) {
      throw .unknownField(Evidence.keyField)
    }
    for id in operations.keys.sorted() where fields[id] != nil && !isOperations(id) {
      throw .fieldOfAnotherRecord(id)
    }
    for id in changes.flatMap(\.fields.keys).sorted() where isOperations(id) {
      throw .fieldOfAnotherRecord(id)
    }
  }

  /// The fields of a record that are to be sealed, ascending.
  ///
  /// - Parameter isFirst: the record is new and is then filled: the first write of a form writes all
  ///   its fields, so that absence cannot be seen.
  func values(
    of change: RecordChange, isFirst: Bool
  ) throws(VaultError) -> [(rule: FieldRule, value: FieldValue)] {
    var found: [(rule: FieldRule, value: FieldValue)] = []
    found.reserveCapacity(isFirst ? 32 : change.fields.count)
    for (id, value) in change.fields {
      guard let rule = fields[id] else { throw .unknownField(id) }
      guard rule.entity == change.entity else { throw .fieldOfAnotherRecord(id) }
      found.append((rule, value))
    }
    if isFirst {
      for rule in fields.fields(of: change.entity)
      where change.fields[rule.id] == nil && rule.fieldClass != .operations {
        if canSeal(rule.fieldClass) { found.append((rule, .absent(.notAsked))) }
      }
    }
    return found.sorted { $0.rule.id < $1.rule.id }
  }

  private func canSeal(_ fieldClass: FieldClass) -> Bool {
    standings.contains { standing in
      let access = KeyTable.access(standing.role, standing.relation, to: fieldClass)
      return access == .key || access.mayDeposit
    }
  }
}
