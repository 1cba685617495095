import AuditLog
import FoundationEssentials
import Sealing

/// Opens cases, one or thousands, inside one transaction.
struct CaseOpener {
  let context: ActContext
  let additions: CustodyFile.Additions
  let maker: GrantMaker
  /// The role that opens: the first of the asker's that may.
  let role: Role
  private let operationsKey: (version: UInt32, handle: KeyHandle)

  init(
    _ context: ActContext, _ additions: CustodyFile.Additions, role: Role
  ) throws(VaultError) {
    self.context = context
    self.additions = additions
    self.role = role
    maker = try GrantMaker(vault: context.vault.id)
    operationsKey = try context.operationsKey()
  }

  private var keyring: Keyring { context.keyring }
  private var tx: Transaction { context.tx }

  /// One case: keys, records, manifest, packs, entry.
  ///
  /// - Returns: its entry, or why the asker may not write what it holds.
  func open(
    _ opening: CaseOpening, act: String
  ) throws(VaultError) -> Ruling<(seq: Int, id: CaseID)> {
    let id = try context.custody.caseID(ofCode: opening.code)
    guard try tx.file(id) == nil else { throw .alreadyRecorded }
    keyring.beginCase()
    let key = try tx.nextFileKey()
    let care = try care(opening, file: key)
    let sealer = CaseSealer(
      caseID: id, gate: context.gate, keyring: keyring, asker: context.asker,
      standings: [Gate.Standing(role: role, relation: relation(opening))], assignments: care)
    if let reason = try sealer.refusal(of: opening.records, operations: opening.operations) {
      return try context.refuse(act, reason)
    }
    let outer = try newKeys(file: key, id: id)
    let records = try seal(opening.records, sealer)
    let operations = try CaseOperations(
      context: context, key: operationsKey, outer: outer.kk, number: 1
    ).seal(OperationsRow(opening.operations), of: id, revision: 1)
    let grants = try sealer.grant(with: maker)
    let man = Manifest.hash(
      vault: context.vault.id, caseID: id, version: 1, previous: Manifest.beforeFirst,
      operations: operations.inner,
      records: records.map { ($0.row.id, $0.row.hash) }.sorted { $0.0 < $1.0 })
    let list = try grantList(grants)
    let seq = try state(opening, act, outer.rec, sealer, man, list)
    try tx.insert(
      Transaction.File(
        key: key, id: id, version: 1, man: man, prev: Manifest.beforeFirst, seq: seq,
        writer: context.asker.memberKey, revision: 1, operations: operations.outer))
    try store(records, file: key)
    try CasePacks(context: context, file: key, id: id, number: 1, outer: outer.kk).add(grants)
    try store(sealer.made, list, care, file: key, seq: seq)
    return .allowed((seq, id))
  }

  // MARK: Who cares from the start

  private func relation(_ opening: CaseOpening) -> Relation {
    switch role {
    case .intake: opening.isMinor ? .openerOfMinor : .opener
    case .lead: .standing
    default: .owner
    }
  }

  private func care(
    _ opening: CaseOpening, file: Int
  ) throws(VaultError) -> [Transaction.AssignmentRow] {
    var rows: [Transaction.AssignmentRow] = []
    func add(_ member: Int, _ role: Role, _ relation: Relation) {
      rows.append(
        Transaction.AssignmentRow(
          file: file, member: member, role: role, relation: relation, since: -1))
    }
    let own = context.asker.memberKey
    if role == .intake || role == .socialWorker { add(own, role, relation(opening)) }
    if let owner = opening.owner, owner != context.asker.member {
      guard context.directory.roles(of: owner).contains(.socialWorker),
        let row = try tx.member(owner)
      else { throw .noSuchMember }
      add(row.key, .socialWorker, .owner)
    }
    return rows
  }

  // MARK: Keys

  private func newKeys(file: Int, id: CaseID) throws(VaultError) -> (kk: KeyHandle, rec: KeyHandle)
  {
    let kk = keyring.atHand.makeRandom()
    let rec = keyring.atHand.makeRandom()
    try additions.keep(outer: kk, in: keyring.atHand, file: file, number: 1)
    try additions.keep(record: rec, in: keyring.atHand, file: file, id: id.identifier)
    return (kk, rec)
  }

  private func grantList(_ grants: GrantMaker.Grants) throws(VaultError) -> GrantList {
    try VaultError.sealing { () throws(SealingError) in try GrantList(grants.entries) }
  }

  // MARK: Records

  private func seal(
    _ changes: [RecordChange], _ sealer: CaseSealer
  ) throws(VaultError) -> [SealedRecord] {
    var records: [SealedRecord] = []
    for change in changes {
      let id = RecordID(Identifier.makeRandom())
      let fields = try sealer.seal(change, record: id, kept: [])
      records.append(
        SealedRecord.first(
          id, entity: change.entity, fields: fields, writer: context.asker))
    }
    return records
  }

  private func store(_ records: [SealedRecord], file: Int) throws(VaultError) {
    for record in records {
      let key = try tx.insertRecord(record.row, file: file)
      for field in record.fields { try tx.insertField(field, record: key) }
    }
  }

  private func store(
    _ made: [GrantMaker.NewKey], _ list: GrantList, _ care: [Transaction.AssignmentRow], file: Int,
    seq: Int
  ) throws(VaultError) {
    try tx.insertGrantList(list.bytes, of: file, seq: seq)
    for key in made {
      try tx.insertClassKey(
        Transaction.ClassKeyRow(
          keyClass: key.keyClass, version: key.version, seq: seq, isDue: false), of: file)
    }
    for var row in care {
      row.since = seq
      try tx.insert(row)
    }
  }

  private func state(
    _ opening: CaseOpening, _ act: String, _ rec: KeyHandle, _ sealer: CaseSealer, _ man: Digest,
    _ list: GrantList
  ) throws(VaultError) -> Int {
    let pseudonym = Pseudonym.ofCase(rec, in: keyring.atHand)
    let owner = opening.owner.flatMap { context.directory.actor(of: $0) }
    return try context.append(act) { entry in
      entry.rec = pseudonym
      entry.role = role.rawValue
      entry.fields = sealer.written.sorted()
      entry.man = man
      entry.grant = list.digest
      entry.subj = owner
      entry.kind = opening.isMinor ? "minor" : nil
    }
  }
}
