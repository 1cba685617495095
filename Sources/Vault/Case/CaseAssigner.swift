import AuditLog
import Sealing

/// Gives a case to somebody, or takes it back.
struct CaseAssigner {
  let context: ActContext
  private let file: Transaction.File
  private let care: [Transaction.AssignmentRow]
  private let keys: CaseKeys

  private var tx: Transaction { context.tx }

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    self.context = context
    self.file = file
    context.keyring.beginCase()
    try CaseCheck(vault: context.vault, keyring: context.keyring, tx: context.tx).checkRow(file)
    care = try context.gate.liveAssignments(of: file)
    keys = try CaseKeys(
      file, for: context.principals(), keyring: context.keyring, custody: context.custody,
      context.tx)
  }

  /// Wraps the classes that the role may read to the member.
  ///
  /// The first assignment of a social worker is the hand-over: the intake officer's grants go, the
  /// outer key is replaced, and the class keys are due for a new version.
  func assign(
    _ member: MemberID, as role: Role, owner: Bool
  ) throws(VaultError) -> Ruling<Int> {
    let act: OfficeAct = role == .healthStaff ? .assignHealthStaff : .assignCaseworker
    guard let own = context.role(for: act) else { return try refuse(Act.assignAdd, .role, member) }
    guard let row = try tx.member(member), let actor = context.directory.actor(of: member)
    else { throw .noSuchMember }
    guard !care.contains(where: { $0.member == row.key && $0.role == role }) else {
      throw .nothingToDo
    }
    let relation: Relation = owner ? .owner : .assigned
    let (grants, list) = try wrap(to: member, role, relation)
    let openers = care.filter { $0.relation == .opener || $0.relation == .openerOfMinor }
    let isHandOver = role == .socialWorker && !openers.isEmpty
    let generation = isHandOver ? context.custody.generation + 1 : nil
    let rec = try context.pseudonym(file)
    let seq = try context.append(Act.assignAdd) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.grole = role.rawValue
      entry.role = own.rawValue
      entry.grant = grants.entries.isEmpty ? nil : list.digest
      entry.gen = generation
      entry.kind = owner ? "owner" : nil
    }
    if !grants.entries.isEmpty { try tx.insertGrantList(list.bytes, of: file.key, seq: seq) }
    try addPacks(grants)
    try tx.insert(
      Transaction.AssignmentRow(
        file: file.key, member: row.key, role: role, relation: relation, since: seq))
    if let generation { try end(openers, at: seq, generation: generation) }
    return .allowed(seq)
  }

  /// Ends a member's access to the case: their pack goes, the outer key is replaced, and what they could
  /// read is due for new keys at the next write.
  func unassign(_ member: MemberID) throws(VaultError) -> Ruling<Int> {
    guard let own = context.role(for: .assignCaseworker) ?? context.role(for: .assignHealthStaff)
    else { return try refuse(Act.assignRemove, .role, member) }
    guard let row = try tx.member(member), let actor = context.directory.actor(of: member)
    else { throw .noSuchMember }
    let ending = care.filter { $0.member == row.key }
    guard !ending.isEmpty else { throw .nothingToDo }
    // A duty officer takes back what a duty officer gives.
    guard own == .lead || ending.allSatisfy({ $0.role == .healthStaff })
    else { return try refuse(Act.assignRemove, .role, member) }
    let generation = context.custody.generation + 1
    let rec = try context.pseudonym(file)
    let seq = try context.append(Act.assignRemove) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.role = own.rawValue
      entry.gen = generation
    }
    try end(ending, at: seq, generation: generation)
    return .allowed(seq)
  }

  // MARK: Parts

  private func refuse(
    _ act: String, _ reason: Refusal, _ member: MemberID
  ) throws(VaultError) -> Ruling<Int> {
    let rec = try context.pseudonym(file)
    let actor = context.directory.actor(of: member)
    return try context.refuse(act, reason) { entry in
      entry.rec = rec
      entry.subj = actor
    }
  }

  /// Every version that the assigner holds of every class the role may read.
  private func wrap(
    to member: MemberID, _ role: Role, _ relation: Relation
  ) throws(VaultError) -> (GrantMaker.Grants, GrantList) {
    guard let box = context.directory.box(of: member) else { throw .noSuchMember }
    let maker = try GrantMaker(vault: context.vault.id)
    var grants = GrantMaker.Grants()
    for fieldClass in FieldClass.keyed
    where KeyTable.access(role, relation, to: fieldClass) == .key {
      for version in keys.versions(of: fieldClass.rawValue) {
        let handle = try keys.key(fieldClass.rawValue, version: version, tx)
        try maker.wrap(
          GrantMaker.NewKey(keyClass: fieldClass.rawValue, version: version, handle: handle),
          in: context.keyring.atHand, of: file.id, to: .member(member.identifier), box: box,
          into: &grants, tx)
      }
    }
    let entries = grants.entries
    return (
      grants,
      try VaultError.sealing { () throws(SealingError) in try GrantList(entries) }
    )
  }

  private func addPacks(_ grants: GrantMaker.Grants) throws(VaultError) {
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(
      of: file.key, number: number, into: &context.keyring.atHand)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: number, outer: outer
    ).add(grants)
  }

  /// Replaces KK. The new one is committed in custody before the records commit; the old one is
  /// destroyed by whoever next takes the lock, as `pending` says.
  private func end(
    _ rows: [Transaction.AssignmentRow], at seq: Int, generation: Int
  ) throws(VaultError) {
    for row in rows { try tx.endAssignment(row, at: seq) }
    let old = try CaseOperations.number(file)
    let oldKey = try context.custody.outerKey(
      of: file.key, number: old, into: &context.keyring.atHand)
    let inner = try CaseOperations.inner(
      file, under: oldKey, in: context.keyring.atHand, vault: context.vault.id)
    let new = context.keyring.atHand.makeRandom()
    try context.custody.keepOuter(
      new, in: context.keyring.atHand, file: file.key, number: old + 1)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: old + 1, outer: new
    ).reseal(except: principals(without: rows))
    try resealOperations(inner, under: new, number: old + 1)
    try tx.markClassKeysDue(of: file.key)
    try tx.insertPending(generation: generation, file: file.key, below: old + 1)
  }

  /// The principals that no live assignment needs any more.
  private func principals(
    without rows: [Transaction.AssignmentRow]
  ) throws(VaultError) -> Set<Int> {
    let ended = Set(rows.map(\.member))
    let still = Set(care.filter { !rows.contains($0) }.map(\.member))
    var gone: Set<Int> = []
    for member in ended.subtracting(still) {
      let principal = Principal.member(try tx.memberID(member).identifier)
      if let key = try tx.knownPrincipalKey(principal) { gone.insert(key) }
    }
    return gone
  }

  /// The inner seal stays, so the manifest stays.
  private func resealOperations(
    _ inner: [UInt8], under key: KeyHandle, number: UInt32
  ) throws(VaultError) {
    var changed = file
    changed.operations = try VaultError.sealing { () throws(SealingError) in
      try OuterSeal.seal(
        inner, label: OuterSeal.operationsLabel, vault: context.vault.id,
        caseID: file.id.identifier, number: number, under: key, in: context.keyring.atHand)
    }
    try tx.update(changed)
  }
}
