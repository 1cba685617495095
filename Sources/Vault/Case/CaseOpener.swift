import AuditLog
import FoundationEssentials
import Sealing

/// Opens cases, one or thousands, inside one transaction: plans each from the files, has it sealed,
/// states and stores it.
final class CaseOpener {
  let context: ActContext
  let additions: CustodyFile.Additions
  /// The role that opens: the first of the asker's that may.
  let role: Role
  /// Made with the first plan, and again where a plan names an owner who was not named before.
  private(set) var keys: OpeningKeys?
  private var owners: Set<MemberID> = []
  /// The rows that the next case and the next record get: taken once, under the write lock.
  private var nextFile: Int
  private var nextRecord: Int
  private let index: SearchIndex

  private var tx: Transaction { context.tx }

  init(
    _ context: ActContext, _ additions: CustodyFile.Additions, role: Role
  ) throws(VaultError) {
    self.context = context
    self.additions = additions
    self.role = role
    index = SearchIndex(context)
    let kept = try context.custody.file.largestFile()
    nextFile = try context.tx.nextFileKey(beyond: kept)
    nextRecord = try context.tx.nextRecordKey()
  }

  /// One case from beginning to end.
  ///
  /// - Returns: its entry, or why the asker may not write what it holds.
  func open(_ opening: CaseOpening) throws(VaultError) -> Ruling<(seq: Int, id: CaseID)> {
    let plan = try plan(opening)
    guard let keys else { throw .officersMissing }
    switch try OpeningSealer.seal([plan], with: keys) {
    case .refused(let reason): return try context.refuse(Act.recordCreate, reason)
    case .sealed(let sealed):
      let seq = try store(sealed)
      return .allowed((seq, plan.id))
    }
  }

  // MARK: Planning

  func plan(_ opening: CaseOpening) throws(VaultError) -> OpeningPlan {
    let id = try context.custody.caseID(ofCode: opening.code)
    try opening.records.refuseRestrictions()
    guard try tx.storedFile(id) == nil else { throw .alreadyRecorded }
    if let owner = opening.owner, !owners.contains(owner) {
      owners.insert(owner)
      keys = nil
    }
    if keys == nil { keys = try OpeningKeys(context, role: role, owners: owners) }
    defer {
      nextFile += 1
      nextRecord += opening.records.count + opening.kept.count
    }
    return OpeningPlan(
      opening: opening, id: id, file: nextFile, record: nextRecord,
      care: try care(opening, file: nextFile),
      relation: relation(opening))
  }

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

  // MARK: Stating and storing

  /// - Returns: the entry of the last one.
  @discardableResult
  func store(_ sealed: SealedCases) throws(VaultError) -> Int {
    var last = -1
    for item in sealed.cases { last = try store(item, keys: sealed.keys) }
    // A segment that the next lot goes on with is opened again: it costs less than to remember it beyond the act.
    try index.flush()
    return last
  }

  private func store(
    _ item: SealedCase, keys: borrowing KeyArena
  ) throws(VaultError) -> Int {
    let (file, id) = (item.plan.file, item.plan.id)
    try additions.keep(outer: item.outerKey, in: keys, file: file, number: 1)
    try additions.keep(record: item.recordKey, in: keys, file: file, id: id.identifier)
    let seq = try state(item)
    try tx.insert(
      Transaction.File(
        key: file, id: id, version: 1, man: item.man, prev: Manifest.beforeFirst, seq: seq,
        writer: context.asker.memberKey, revision: 1, operations: item.operations))
    try tx.run(item.records)
    for pack in item.packs { try tx.setPack(pack.outer, of: file, principal: pack.principal) }
    try tx.insertGrantList(item.grants.bytes, of: file, seq: seq)
    try tx.insertClassKeys(
      item.keys.map {
        Transaction.ClassKeyRow(
          keyClass: $0.keyClass, version: $0.version, seq: seq, isDue: false)
      }, of: file)
    for var row in item.plan.care {
      row.since = seq
      row.relation = row.relation.stored
      try tx.insert(row)
    }
    if let indexed = item.indexed { try index.put(indexed, ofFile: file, id) }
    return seq
  }

  private func state(_ item: SealedCase) throws(VaultError) -> Int {
    let opening = item.plan.opening
    let owner = opening.owner.flatMap { context.directory.actor(of: $0) }
    return try context.append(Act.recordCreate) { entry in
      entry.rec = item.pseudonym
      entry.role = role.rawValue
      entry.fields = item.codes
      entry.man = item.man
      entry.grant = item.grants.digest
      entry.subj = owner
      if opening.isCanary { entry.kind = Entry.canary }
      if let source = opening.source {
        (entry.kind, entry.sum) = (opening.sourceKind, source)
      }
    }
  }
}
