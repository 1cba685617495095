import AuditLog
import Sealing

extension CaseWriter {
  /// Keeps a field from a role, or from an office: writes the restriction as a record of the case and, for
  /// a role, puts the field with its history under a key that the role is not given. One act, one entry.
  ///
  /// Who writes it need not hold the field: then the first wall stands at once, and the next command of
  /// somebody who holds it raises the second (`RestrictionSettler`).
  ///
  /// - Parameters:
  ///   - role: nil for an office, which has no key here: what goes out asks for it.
  ///   - values: of the record.
  ///   - facts: as they are to stand with it.
  ///   - leader: the entry of the restriction that it follows.
  func restrict(
    _ field: FieldID, from role: Role?, _ values: [FieldID: FieldValue],
    restating facts: RecordChange? = nil, following leader: Int? = nil
  ) throws(VaultError) -> Ruling<Restricted> {
    let record = RecordChange(.new, entity: Restriction.entity, fields: values)
    if let reason = try refusal(of: record, facts) {
      return try refuse(CaseWriting(.restrictionSet, records: [record]), reason)
    }
    guard let rule = context.vault.fields[field] else { throw .unknownField(field) }
    guard Restriction.mayBeRestricted(rule) else { throw .fieldOfAnotherRecord(field) }
    let others = sealer.restrictions.rows.filter { $0.field == field && $0.role != nil }
    guard role == nil || !others.contains(where: { $0.role == role && $0.lifted == nil })
    else { throw .nothingToDo }
    let present = sealer.restrictions.keyClass(of: rule)
    var row = Transaction.RestrictedRow(
      file: file.key, since: Int.max, record: RecordID(.zero), field: field, role: role,
      sealed: role == nil ? nil : others.first?.sealed)
    sealer.restrictions.rows.append(row)
    if role != nil { try checkReader(rule) }
    var change = CaseChange()
    change.records = try seal([record]) + superseding(facts)
    row.record = change.records[0].row.id
    let placed = role == nil ? nil : try reseal(rule, into: &change)
    let end = Ending(placed, restates: facts != nil, context.custody)
    row.since = try state(change, Act.restrictionSet, row, rule, end, leader)
    try tx.insert(row)
    try hide(field, isLifted: false)
    var done = try done(row, rule, present, at: row.since, end)
    done.isFindable = !sealer.restrictions.hides(field)
    return .allowed(done)
  }

  /// What an act on a restriction does with keys: where it put the field, and the generation of custody in which the
  /// outer key is replaced, where anything was sealed anew.
  private struct Ending {
    let placed: UInt16?
    let restatesFacts: Bool
    let generation: Int?

    init(_ placed: UInt16?, restates: Bool, _ custody: Custody) {
      (self.placed, restatesFacts) = (placed, restates)
      generation = placed != nil || restates ? custody.generation + 1 : nil
    }
  }

  private func done(
    _ row: Transaction.RestrictedRow, _ rule: FieldRule, _ present: UInt16, at seq: Int,
    _ end: Ending
  ) throws(VaultError) -> Restricted {
    var done = Restricted(
      entry: seq, record: row.record, isSealed: end.placed != nil || row.role == nil)
    done.restatesFacts = end.restatesFacts
    guard let generation = end.generation else { return done }
    guard end.placed != nil else {
      guard let file = try tx.file(key: file.key) else { throw .noSuchCase }
      try OuterKeyReplacement(context: context, file: file).replace(generation: generation)
      return done
    }
    guard let role = sealer.role else { throw .nothingToDo }
    let ended = try finish(rule, from: present, at: seq, role: role, generation: generation)
    (done.endedExcerpts, done.endedWith) = (ended.count, ended.others)
    return done
  }

  /// Lifts one, as the person asks: its record says since when, and the field goes back to where what is
  /// left in force wants it.
  func lift(
    _ record: RecordID, _ values: [FieldID: FieldValue], _ terms: [SearchField] = [],
    restating facts: RecordChange? = nil
  ) throws(VaultError) -> Ruling<Restricted> {
    let change = RecordChange(.existing(record), entity: Restriction.entity, fields: values)
    if let reason = try refusal(of: change, facts) {
      return try refuse(CaseWriting(.restrictionLift, records: [change]), reason)
    }
    let known = sealer.restrictions.rows.firstIndex { $0.record == record }
    guard let known, let rule = context.vault.fields[sealer.restrictions.rows[known].field]
    else { throw .noSuchRecord }
    let row = sealer.restrictions.rows[known]
    guard row.lifted == nil else { throw .nothingToDo }
    // Whether it was lifted is seen by this alone.
    guard values[Restriction.liftedField] != nil else { throw .nothingToDo }
    let present = sealer.restrictions.keyClass(of: rule)
    sealer.restrictions.rows[known].lifted = Int.max
    var sealed = CaseChange()
    sealed.records = try seal([change]) + superseding(facts)
    let placed = row.role == nil ? nil : try reseal(rule, into: &sealed)
    let end = Ending(placed, restates: facts != nil, context.custody)
    let seq = try state(sealed, Act.restrictionLift, row, rule, end, row.since)
    try tx.liftRestriction(row, at: seq)
    let isFindable = try findAgain(by: rule.id, terms, lifted: row.role)
    var done = try done(row, rule, present, at: seq, end)
    done.isFindable = isFindable
    return .allowed(done)
  }

  /// Who may not write the end of a restriction may not set one, whatever else its record would hold.
  private func refusal(
    of change: RecordChange, _ facts: RecordChange?
  ) throws(VaultError) -> Refusal? {
    if let reason = context.gate.refusal(of: standings) { return reason }
    var asked = change
    asked.fields[Restriction.liftedField] =
      change.fields[Restriction.liftedField] ?? .absent(.notAsked)
    return try sealer.refusal(of: [asked] + [facts].compactMap(\.self), operations: [:])
  }

  /// - Throws: `lastReaderWithin` where nobody would be left to read the field but recovery.
  private func checkReader(_ rule: FieldRule) throws(VaultError) {
    let excluded = sealer.restrictions.excluded(from: rule.id)
    do {
      _ = try context.gate.readers(
        of: rule.fieldClass, in: sealer.assignments, less: excluded)
    } catch .noReader(let fieldClass) { throw .lastReaderWithin(fieldClass) }
  }

  /// The field stands in the entry without a version; with theirs, those of the restriction's record.
  ///
  /// - Parameter ref: of an end, the entry that set it; of one that follows another, the entry of that.
  private func state(
    _ sealed: CaseChange, _ act: String, _ row: Transaction.RestrictedRow, _ rule: FieldRule,
    _ end: Ending, _ ref: Int?
  ) throws(VaultError) -> Int {
    var change = sealed
    try addGrants(to: &change)
    change.codes = sealer.written.union([Entry.fieldCode(rule.id.rawValue)])
    let item = try itemName(change.records[0].row.id)
    let role = sealer.role
    let by = standings.first { $0.role == role }?.by
    let note = try noteOverwritten(by: change)
    return try commit(change, act) { entry in
      (entry.item, entry.note) = (item, note)
      entry.role = role?.rawValue
      (entry.by, entry.ref) = (by, ref)
      entry.class = end.placed.map { Int($0) }
      entry.gen = end.generation
      if act == Act.restrictionSet { entry.grole = row.role?.rawValue }
    }
  }

  func addGrants(to change: inout CaseChange) throws(VaultError) {
    change.grants = try sealer.grant(with: GrantMaker(vault: context.vault.id))
    change.keys = sealer.made.map { CaseChange.Key(keyClass: $0.keyClass, version: $0.version) }
  }

  /// Puts a field where it is to lie, for somebody who restricted it, or lifted that, without a key of it.
  ///
  /// - Returns: false where this member does not hold it either.
  func settle(_ field: FieldID) throws(VaultError) -> Bool {
    guard let rule = context.vault.fields[field] else { throw .unknownField(field) }
    let present = sealer.restrictions.keyClass(of: rule)
    var change = CaseChange()
    guard let role = context.roleHolding(rule.fieldClass, standings),
      let placed = try reseal(rule, into: &change)
    else { return false }
    try addGrants(to: &change)
    change.codes = [Entry.fieldCode(field.rawValue)]
    let generation = context.custody.generation + 1
    let by = standings.first { $0.role == role }?.by
    let note = try noteOverwritten(by: change)
    let seq = try commit(change, Act.fieldReseal) { entry in
      (entry.role, entry.note) = (role.rawValue, note)
      entry.by = by
      entry.class = Int(placed)
      entry.gen = generation
    }
    _ = try finish(rule, from: present, at: seq, role: role, generation: generation)
    return true
  }
}
