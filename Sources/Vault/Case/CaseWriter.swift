import AuditLog
import FoundationEssentials
import Sealing

/// Writes into a case that is there, inside one transaction.
struct CaseWriter {
  let context: ActContext
  let file: Transaction.File
  let rows: [Transaction.RecordRow]
  /// Every kept version of every field, by the record's row.
  let kept: [Int: [Transaction.FieldRow]]
  let standings: [Gate.Standing]
  let sealer: CaseSealer
  let outer: (number: UInt32, handle: KeyHandle)
  let inner: [UInt8]

  var tx: Transaction { context.tx }
  var keyring: Keyring { context.keyring }

  /// Opens what the change needs, and refuses a case whose stored hashes are not those of its last
  /// entry: whoever writes vouches for what stands beside it.
  ///
  /// - Parameter standing: how the asker comes to the case, where that is by an act of its own and not by
  ///   their assignments.
  init(
    _ context: ActContext, _ id: CaseID, standing: Gate.Standing? = nil
  ) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    self.context = context
    self.file = file
    context.keyring.beginCase()
    rows = try context.tx.records(of: file.key)
    let assignments = try context.gate.liveAssignments(of: file)
    if let standing {
      standings = [standing]
    } else {
      standings = context.gate.standings(
        of: context.asker, among: assignments, holdsExcerpt: try context.holdsExcerpt(of: file))
    }
    let number = try CaseOperations.number(file)
    outer = (
      number,
      try context.custody.outerKey(of: file.key, number: number, into: &context.keyring.atHand)
    )
    inner = try CaseOperations.inner(
      file, under: outer.handle, in: context.keyring.atHand, vault: context.vault.id)
    let keys = try CaseKeys(
      file, for: context.principals(), keyring: context.keyring, custody: context.custody,
      context.tx)
    let restrictions = try context.gate.restrictions(of: file)
    // A restricted key that nothing is said to lie under: what said so was taken away.
    guard
      keys.keyClasses.filter(Restriction.isRestricted).allSatisfy(restrictions.keyClasses.contains)
    else { throw .doesNotOpen }
    sealer = CaseSealer(
      gate: context.gate, keyring: context.keyring, asker: context.asker,
      standings: standings, assignments: assignments, restrictions: restrictions, file: file,
      keys: keys,
      due: try context.gate.keysDueAfterEmergencies(of: file, at: context.vault.emergencyTime))
    let check = CaseCheck(vault: context.vault, keyring: context.keyring, tx: context.tx)
    var kept: [Int: [Transaction.FieldRow]] = [:]
    for row in rows { kept[row.key] = try context.tx.fields(of: row.key) }
    self.kept = kept
    try check.check(file, rows.map { Drawer.Row(row: $0, fields: kept[$0.key] ?? []) })
  }

  // MARK: Writing

  /// Seals, stores and states a change, or a refusal.
  func write(_ writing: CaseWriting) throws(VaultError) -> Ruling<Receipt> {
    let second: SecondPart
    switch try rule(writing) {
    case .allowed(let part): second = part
    case .refused(let reason, let entry): return .refused(reason, entry: entry)
    }
    let (records, own, attached) = try completed(writing)
    let maker = try GrantMaker(vault: context.vault.id)
    var change = CaseChange()
    let taken = try take(writing.taking)
    change.records = try seal(records) + taken.records + seal([writing.restated].compactMap(\.self))
    let turned = try turned(writing, second)
    change.records += [turned].compactMap(\.self)
    let sent = try noting(writing.sending, change.records)
    let operations = writing.operations.merging(second.values) { $1 }
      .merging(sent.values) { $1 }.merging(try ended(writing)) { $1 }
    change.operations = try sealOperations(operations)
    change.grants = try sealer.grant(with: maker)
    change.keys = sealer.made.map { CaseChange.Key(keyClass: $0.keyClass, version: $0.version) }
    change.codes = sealer.written.union(
      operations.keys.map { Entry.fieldCode($0.rawValue, version: file.revision + 1) })
    try renewExcerpts(of: records + taken.changes, with: maker, into: &change)
    let role = role(of: writing, second)
    let by = writing.by ?? standings.first { $0.role == role }?.by
    let item = try itemName(
      records.count == 1 ? change.records.first?.row.id : turned?.row.id ?? writing.retracting)
    let seq = try commit(change, writing.act.rawValue) { entry in
      (entry.item, entry.role, entry.by, entry.kind) = (item, role?.rawValue, by, writing.kind)
      entry.ref = second.answered ?? sent.ref ?? writing.taking?.ref ?? writing.ref
      entry.sum = writing.sending?.sum ?? writing.taking?.sum ?? attached?.sum ?? writing.sum
      entry.note = second.note.map { Digest.of($0.encoded) }
    }
    if let attached { try keep(attached, at: seq) }
    try keepNote(of: second)
    try require([second.asked, sent.entry, own], areAll: seq)
    try index(records, as: change.records, turned, writing.returning)
    return .allowed(
      Receipt(entry: seq, records: change.records.prefix(records.count).map(\.row.id)))
  }

  /// Whether it may be written; only a refusal is.
  func rule(_ writing: CaseWriting) throws(VaultError) -> Ruling<SecondPart> {
    // A stranger learns not even that there was nothing to write.
    if let reason = context.gate.refusal(of: standings) { return try refuse(writing, reason) }
    guard writing.since.map({ $0 == file.version }) ?? true else { throw .changedMeanwhile }
    guard !writing.fields.isEmpty else { throw .nothingToDo }
    if let reason = try refusal(of: writing) { return try refuse(writing, reason) }
    let second = try second(of: writing)
    if let reason = second.refusal { return try refuse(writing, reason) }
    return .allowed(second)
  }

  /// What names its own entry: nothing may have come between.
  private func require(_ named: [Int?], areAll seq: Int) throws(VaultError) {
    guard named.allSatisfy({ $0 == nil || $0 == seq }) else { throw .changedMeanwhile }
  }

  /// Why it may not be written, or nil; what follows from it is asked about with it, for all of it is
  /// written or none.
  private func refusal(of writing: CaseWriting) throws(VaultError) -> Refusal? {
    let all = [writing] + writing.following
    for part in all { try part.records.refuseRestrictions() }
    if writing.act.asksErasure, !standings.contains(where: \.isLeadOrOwner) { return .role }
    return try sealer.refusal(
      of: all.flatMap { $0.records + [$0.restated].compactMap(\.self) },
      operations: all.reduce(into: [:]) { $0.merge($1.operations) { $1 } },
      asked: asked(by: writing), agreed: agreed(by: writing))
  }

  /// The records of a writing, with the number of its entry where one is to hold it, and with what is said of
  /// the content of a file where there is one, which is then sealed.
  private func completed(
    _ writing: CaseWriting
  ) throws(VaultError) -> (records: [RecordChange], entry: Int?, attached: SealedEvidence?) {
    var records = writing.records
    let attached = try writing.attaching.map { source throws(VaultError) in
      try attach(source, to: &records)
    }
    guard let field = writing.numbered, !records.isEmpty else { return (records, nil, attached) }
    let entry = try context.nextEntry()
    records[0].fields[field] = .integer(Int64(entry))
    return (records, entry, attached)
  }

  func itemName(_ record: RecordID?) throws(VaultError) -> Identifier? {
    guard let record else { return nil }
    return Pseudonym.ofRecord(record, try context.recordKey(file), in: keyring.atHand)
  }

  func seal(_ changes: [RecordChange]) throws(VaultError) -> [SealedRecord] {
    var sealed: [SealedRecord] = []
    for change in changes {
      guard let row = try target(of: change) else {
        let id = change.name ?? .makeRandom()
        let fields = try sealer.seal(change, record: id, kept: [])
        sealed.append(
          .first(id, entity: change.entity, fields: fields, writer: context.asker))
        continue
      }
      let kept = kept[row.key] ?? []
      let fields = try sealer.seal(change, record: row.id, kept: kept)
      sealed.append(.next(row, kept: kept, new: fields, writer: context.asker))
    }
    return sealed
  }

  func target(
    of change: RecordChange
  ) throws(VaultError) -> Transaction.RecordRow? {
    switch change.target {
    case .new: return nil
    case .sole: return rows.first { $0.entity == change.entity }
    case .existing(let id):
      guard let row = rows.first(where: { $0.id == id && $0.entity == change.entity })
      else { throw .noSuchRecord }
      return row
    }
  }

  /// The whole row is sealed anew where a field of it changes.
  func sealOperations(
    _ values: [FieldID: FieldValue]
  ) throws(VaultError) -> (inner: [UInt8], outer: [UInt8])? {
    guard !values.isEmpty else { return nil }
    var row = try context.vault.operations(of: file, keyring, tx)
    for (id, value) in values { row.values[id] = value }
    return try CaseOperations(
      context: context, key: context.operationsKey(), outer: outer.handle, number: outer.number
    ).seal(row, of: file.id, revision: file.revision + 1)
  }

  func refuse<Value>(
    _ writing: CaseWriting, _ reason: Refusal
  ) throws(VaultError) -> Ruling<Value> {
    let rec = try context.pseudonym(file)
    return try context.refuse(writing.act.rawValue, reason) { entry in
      (entry.rec, entry.kind) = (rec, writing.kind)
      entry.fields = Entry.fieldCodes(writing.fields)
    }
  }
}
