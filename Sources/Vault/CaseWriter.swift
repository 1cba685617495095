import AuditLog
import FoundationEssentials
import Sealing

/// Writes into a case that is there, inside one transaction.
struct CaseWriter {
  let context: ActContext
  let file: Transaction.File
  private let rows: [Transaction.RecordRow]
  private let standings: [Gate.Standing]
  private let sealer: CaseSealer
  private let outer: (number: UInt32, handle: KeyHandle)
  private let inner: [UInt8]

  private var tx: Transaction { context.tx }
  private var keyring: Keyring { context.keyring }

  /// Opens what the change needs, and refuses a case whose stored hashes are not those of its last
  /// entry: whoever writes vouches for what stands beside it.
  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    self.context = context
    self.file = file
    context.keyring.beginCase()
    rows = try context.tx.records(of: file.key)
    standings = try context.gate.standings(of: context.asker, to: file)
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
    sealer = CaseSealer(
      caseID: id, gate: context.gate, keyring: context.keyring, asker: context.asker,
      standings: standings, assignments: try context.gate.liveAssignments(of: file), file: file,
      keys: keys)
    let check = CaseCheck(vault: context.vault, keyring: context.keyring, tx: context.tx)
    var whole: [Drawer.Row] = []
    for row in rows {
      whole.append(Drawer.Row(row: row, fields: try context.tx.fields(of: row.key)))
    }
    try check.check(file, whole)
  }

  // MARK: Writing

  /// Seals, stores and states a change, or a refusal.
  func write(
    _ changes: [RecordChange], operations: [FieldID: FieldValue], act: String
  ) throws(VaultError) -> Ruling<Int> {
    if let reason = try sealer.refusal(of: changes, operations: operations) {
      return try refuse(changes, operations, act, reason)
    }
    let records = try seal(changes)
    let next = try sealOperations(operations)
    let grants = try sealer.grant(with: GrantMaker(vault: context.vault.id))
    let list = try VaultError.sealing { () throws(SealingError) in
      try GrantList(grants.entries)
    }
    var changed = file
    changed.version += 1
    changed.prev = file.man
    changed.man = manifest(changed, records, next?.inner ?? inner)
    if let next {
      changed.operations = next.outer
      changed.writer = context.asker.memberKey
      changed.revision += 1
    }
    changed.seq = try state(
      changed, records, operations, act, grant: grants.entries.isEmpty ? nil : list.digest)
    try store(changed, records, grants, list)
    return .allowed(changed.seq)
  }

  private func seal(_ changes: [RecordChange]) throws(VaultError) -> [SealedRecord] {
    var sealed: [SealedRecord] = []
    for change in changes {
      guard let row = try target(of: change) else {
        let id = RecordID(Identifier.makeRandom())
        let fields = try sealer.seal(change, record: id, kept: [])
        sealed.append(
          .first(id, entity: change.entity, fields: fields, writer: context.asker))
        continue
      }
      let kept = try tx.fields(of: row.key)
      let fields = try sealer.seal(change, record: row.id, kept: kept)
      sealed.append(.next(row, kept: kept, new: fields, writer: context.asker))
    }
    return sealed
  }

  private func target(
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
  private func sealOperations(
    _ values: [FieldID: FieldValue]
  ) throws(VaultError) -> (inner: [UInt8], outer: [UInt8])? {
    guard !values.isEmpty else { return nil }
    var row = try context.vault.operations(of: file, keyring, tx)
    for (id, value) in values { row.values[id] = value }
    return try CaseOperations(
      context: context, key: context.operationsKey(), outer: outer.handle, number: outer.number
    ).seal(row, of: file.id, revision: file.revision + 1)
  }

  private func manifest(
    _ changed: Transaction.File, _ records: [SealedRecord], _ operations: [UInt8]
  ) -> Digest {
    var hashes: [RecordID: Digest] = [:]
    for row in rows { hashes[row.id] = row.hash }
    for record in records { hashes[record.row.id] = record.row.hash }
    return Manifest.hash(
      vault: context.vault.id, caseID: file.id, version: changed.version,
      previous: changed.prev, operations: operations,
      records: hashes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  // MARK: Stating and storing

  private func state(
    _ changed: Transaction.File, _ records: [SealedRecord], _ operations: [FieldID: FieldValue],
    _ act: String, grant: Digest?
  ) throws(VaultError) -> Int {
    let key = try context.recordKey(file)
    let rec = Pseudonym.ofCase(key, in: keyring.atHand)
    let item = records.count == 1 ? records.first?.row.id : nil
    let itemName = item.map { Pseudonym.ofRecord($0, key, in: keyring.atHand) }
    var codes = sealer.written
    for field in operations.keys {
      codes.insert(Entry.fieldCode(field.rawValue, version: changed.revision))
    }
    let (role, man) = (sealer.role, changed.man)
    let by = standings.first { $0.role == role }?.by
    return try context.append(act) { entry in
      entry.rec = rec
      entry.item = itemName
      entry.fields = codes.sorted()
      entry.role = role?.rawValue
      entry.by = by
      entry.man = man
      entry.grant = grant
    }
  }

  private func store(
    _ changed: Transaction.File, _ records: [SealedRecord], _ grants: GrantMaker.Grants,
    _ list: GrantList
  ) throws(VaultError) {
    try tx.update(changed)
    for record in records {
      var key = record.row.key
      if key == 0 {
        key = try tx.insertRecord(record.row, file: file.key)
      } else {
        try tx.updateRecord(record.row)
      }
      for field in record.fields { try tx.insertField(field, record: key) }
    }
    guard !grants.entries.isEmpty else { return }
    try tx.insertGrantList(list.bytes, of: file.key, seq: changed.seq)
    for key in sealer.made {
      try tx.insertClassKey(
        Transaction.ClassKeyRow(
          keyClass: key.keyClass, version: key.version, seq: changed.seq, isDue: false),
        of: file.key)
    }
    try CasePacks(
      context: context, file: file.key, id: file.id, number: outer.number, outer: outer.handle
    ).add(grants)
  }

  private func refuse(
    _ changes: [RecordChange], _ operations: [FieldID: FieldValue], _ act: String,
    _ reason: Refusal
  ) throws(VaultError) -> Ruling<Int> {
    let rec = try context.pseudonym(file)
    let ids = Set(changes.flatMap(\.fields.keys)).union(operations.keys)
    return try context.refuse(act, reason) { entry in
      entry.rec = rec
      entry.fields = ids.map { Entry.fieldCode($0.rawValue) }.sorted()
    }
  }
}
