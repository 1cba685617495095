import AuditLog
import Sealing

/// The end of a member's access to one case, within a departure.
struct CaseEnd {
  let departure: Departure
  /// The entry of the departure, its generation, and the role in which it was done.
  let seq: Int
  let generation: Int
  let role: Role
  /// The member's row among the principals.
  let principal: Int

  private var context: ActContext { departure.context }

  func run(_ key: Int, into result: inout Departure.Ended) throws(VaultError) {
    guard let file = try context.tx.file(key: key), !file.isGone else { return }
    context.keyring.beginCase()
    let (ending, left) = try departure.assignments(of: file)
    let excerpts: [Transaction.ExcerptRow]
    let taken: Set<UInt16>
    do {
      excerpts = try departure.excerpts(of: file)
      guard departure.isStanding || !ending.isEmpty || !excerpts.isEmpty else { return }
      try OuterKeyReplacement(context: context, file: file).check()
      taken = try classes(ending, left, excerpts, file)
    } catch {
      guard error.isAlteration else { throw error }
      result.spoilt += 1
      return try endSpoilt(file, ending, left)
    }
    try state(excerpts, file)
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, gone: departure.isWhole ? [principal] : [],
      ended: [principal: taken])
    try end(ending, of: file)
    result.cases += 1
    if ending.contains(where: { $0.relation == .owner }) { result.ownerless += 1 }
  }

  /// What goes out of their pack: what only the ended assignments opened, and the copies that end.
  private func classes(
    _ ending: [Transaction.AssignmentRow], _ left: [Transaction.AssignmentRow],
    _ excerpts: [Transaction.ExcerptRow], _ file: Transaction.File
  ) throws(VaultError) -> Set<UInt16> {
    guard !departure.isWhole,
      let pack = try context.pack(of: .member(departure.member.id), in: file)
    else { return [] }
    func isHeld(_ fieldClass: FieldClass, _ rows: [Transaction.AssignmentRow]) -> Bool {
      rows.contains { KeyTable.access($0.role, $0.relation, to: fieldClass) == .key }
    }
    let gone = pack.items.map(\.keyClass).filter { keyClass in
      guard let fieldClass = Restriction.fieldClass(of: keyClass) else { return false }
      return isHeld(fieldClass, ending) && !isHeld(fieldClass, left)
    }
    return try Set(gone).union(excerpts.map(\.keyClass)).union(emergencies(with: ending, file))
  }

  /// What they were given in an emergency for which they asked in a role that ends.
  private func emergencies(
    with ending: [Transaction.AssignmentRow], _ file: Transaction.File
  ) throws(VaultError) -> Set<UInt16> {
    var taken: Set<UInt16> = []
    for known in try context.gate.emergencies(of: file, by: departure.memberKey)
    where known.item.closed == nil && departure.ended.contains(known.item.role) {
      let keys = EmergencyKeys(context: context, file: file, item: known.item)
      taken.formUnion(try keys.toTake(with: ending))
    }
    return taken
  }

  private func state(
    _ excerpts: [Transaction.ExcerptRow], _ file: Transaction.File
  ) throws(VaultError) {
    guard !excerpts.isEmpty else { return }
    try ExcerptEnder(context: context, file: file).state(
      excerpts, MemberID(departure.member.id), by: seq, role: role, generation: generation)
  }

  private func end(
    _ rows: [Transaction.AssignmentRow], of file: Transaction.File
  ) throws(VaultError) {
    for row in rows { try context.tx.endAssignment(row, at: seq) }
    if departure.isStanding || !rows.isEmpty { try context.tx.markClassKeysDue(of: file.key) }
  }

  /// A case that is altered keeps nobody in the office: their pack goes all the same, and `log verify`
  /// says what is wrong with the rest.
  private func endSpoilt(
    _ file: Transaction.File, _ rows: [Transaction.AssignmentRow],
    _ left: [Transaction.AssignmentRow]
  ) throws(VaultError) {
    // What an emergency gave lies there too, and nobody can tell it from the rest.
    if departure.isWhole || left.isEmpty {
      try context.tx.deletePack(of: file.key, principal: principal)
    }
    try end(rows, of: file)
  }
}
