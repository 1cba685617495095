import AuditLog
import Sealing

/// Gives a case to somebody, or takes it back.
struct CaseAssigner {
  let context: ActContext
  private let file: Transaction.File
  private let care: [Transaction.AssignmentRow]
  private let keys: CaseKeys
  private let restrictions: CaseRestrictions

  private var tx: Transaction { context.tx }

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    self.context = context
    self.file = file
    context.keyring.beginCase()
    try CaseCheck(vault: context.vault, keyring: context.keyring, tx: context.tx).checkRow(file)
    care = try context.gate.liveAssignments(of: file)
    restrictions = try context.gate.restrictions(of: file)
    keys = try CaseKeys(
      file, for: context.principals(), keyring: context.keyring, custody: context.custody,
      context.tx)
  }

  /// Wraps the classes that the role may read to the member.
  ///
  /// The first assignment of a social worker is the hand-over: the intake officer's grants go, the
  /// outer key is replaced, and the class keys are due for a new version. So it is when somebody else
  /// answers for the case from now on: who did before has done their part.
  func assign(
    _ member: MemberID, as role: Role, owner: Bool
  ) throws(VaultError) -> Ruling<Assigned> {
    guard let own = giver(of: role) else { return try refuse(Act.assignAdd, .role, member) }
    guard let row = try tx.member(member) else { throw .noSuchMember }
    let present = care.first { $0.member == row.key && $0.role == role }
    guard present == nil || owner && present?.relation != .owner else { throw .nothingToDo }
    var given = Transaction.AssignmentRow(
      file: file.key, member: row.key, role: role, relation: owner ? .owner : .assigned, since: -1)
    let (openers, owners) = leaving(for: given)
    try checkReaders(without: openers + owners, passing: passed(to: given))
    let generation = (openers + owners).isEmpty ? nil : context.custody.generation + 1
    let (grants, list) = try wrap(to: member, role, given.relation)
    given.since = try state(given, member, own, list, generation)
    if !grants.entries.isEmpty {
      try tx.insertGrantList(list.bytes, of: file.key, seq: given.since)
    }
    try addPacks(grants)
    if let present { try tx.endAssignment(present, at: given.since) }
    try tx.insert(given)
    if let generation {
      try end(openers + owners, for: given, at: given.since, generation: generation, role: own)
    }
    let ended = try leavers(openers + owners, at: given.since, isToldLooks: own == .lead)
    return try .allowed(
      Assigned(
        entry: given.since, isHandOver: !openers.isEmpty, endsOwner: !owners.isEmpty,
        ungiven: ungiven(own, to: given), ended: ended))
  }

  /// What the assigner's role holds of every case and they do not, of this one: nobody has given them the key.
  private func ungiven(
    _ own: Role, to given: Transaction.AssignmentRow
  ) throws(VaultError) -> [FieldClass] {
    let classes = own.standing.map(KeyTable.standingClasses(of:)) ?? []
    var found: [FieldClass] = []
    for fieldClass in classes
    where KeyTable.access(given.role, given.relation, to: fieldClass) == .key {
      guard let newest = try tx.newestKey(of: fieldClass, in: file.key),
        !keys.versions(of: fieldClass.rawValue).contains(newest)
      else { continue }
      found.append(fieldClass)
    }
    return found
  }

  /// Somebody who is no social worker cannot answer for a case: their role has no such relation, and the
  /// assignment would open nothing. Written down like any refusal.
  func refuseOwner(_ member: MemberID, as role: Role) throws(VaultError) -> Ruling<Assigned> {
    let ruling: Ruling<Assigned> = try refuse(Act.assignAdd, .role, member)
    // Who may not assign at all is told that.
    guard giver(of: role) != nil, case .refused(_, let entry) = ruling else { return ruling }
    return .allowed(Assigned(entry: entry, isHandOver: false, endsOwner: false))
  }

  private func giver(of role: Role) -> Role? {
    context.role(for: role == .healthStaff ? .assignHealthStaff : .assignCaseworker)
  }

  /// Whose access an assignment ends: of who opened the case, and of who answered for it.
  private func leaving(
    for given: Transaction.AssignmentRow
  ) -> (openers: [Transaction.AssignmentRow], owners: [Transaction.AssignmentRow]) {
    guard given.role == .socialWorker else { return ([], []) }
    let openers = care.filter { $0.relation == .opener || $0.relation == .openerOfMinor }
    guard given.relation == .owner else { return (openers, []) }
    return (openers, care.filter { $0.relation == .owner && $0.member != given.member })
  }

  private func state(
    _ given: Transaction.AssignmentRow, _ member: MemberID, _ own: Role, _ list: GrantList,
    _ generation: Int?
  ) throws(VaultError) -> Int {
    let rec = try context.pseudonym(file)
    let actor = context.directory.actor(of: member)
    return try context.append(Act.assignAdd) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.grole = given.role.rawValue
      entry.role = own.rawValue
      entry.grant = list.entries.isEmpty ? nil : list.digest
      entry.gen = generation
      entry.kind = given.relation == .owner ? "owner" : nil
    }
  }

  /// Ends a member's access to the case: their pack goes, the outer key is replaced, and what they could
  /// read is due for new keys at the next write.
  func unassign(_ member: MemberID) throws(VaultError) -> Ruling<Unassigned> {
    guard let own = context.role(for: .assignCaseworker) ?? context.role(for: .assignHealthStaff)
    else { return try refuse(Act.assignRemove, .role, member) }
    guard let row = try tx.member(member), let actor = context.directory.actor(of: member)
    else { throw .noSuchMember }
    let ending = care.filter { $0.member == row.key }
    guard !ending.isEmpty else { throw .nothingToDo }
    // A duty officer takes back what a duty officer gives.
    guard own == .lead || ending.allSatisfy({ $0.role == .healthStaff })
    else { return try refuse(Act.assignRemove, .role, member) }
    try checkReaders(without: ending)
    let generation = context.custody.generation + 1
    let rec = try context.pseudonym(file)
    let seq = try context.append(Act.assignRemove) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.role = own.rawValue
      entry.gen = generation
    }
    try end(ending, at: seq, generation: generation, role: own)
    return .allowed(
      Unassigned(
        entry: seq, wasOwner: ending.contains { $0.relation == .owner },
        ended: EndedAccess(
          entry: seq, caseID: file.id, members: [member], isToldLooks: own == .lead)))
  }

  // MARK: Parts

  private func leavers(
    _ rows: [Transaction.AssignmentRow], at seq: Int, isToldLooks: Bool
  ) throws(VaultError) -> EndedAccess {
    let members = try Set(rows.map(\.member)).sorted().map { row throws(VaultError) in
      try tx.memberID(row)
    }
    return EndedAccess(entry: seq, caseID: file.id, members: members, isToldLooks: isToldLooks)
  }

  private func refuse<Value>(
    _ act: String, _ reason: Refusal, _ member: MemberID
  ) throws(VaultError) -> Ruling<Value> {
    let rec = try context.pseudonym(file)
    let actor = context.directory.actor(of: member)
    return try context.refuse(act, reason) { entry in
      entry.rec = rec
      entry.subj = actor
    }
  }

  /// Every version that the assigner holds of every class the role may read and that the member, who may
  /// have come to the case in another way before, does not hold.
  private func wrap(
    to member: MemberID, _ role: Role, _ relation: Relation
  ) throws(VaultError) -> (GrantMaker.Grants, GrantList) {
    guard let box = context.directory.box(of: member) else { throw .noSuchMember }
    let maker = try GrantMaker(vault: context.vault.id)
    let held = try context.pack(of: .member(member.identifier), in: file)
    let roles = context.directory.roles(of: member)
    var grants = GrantMaker.Grants()
    let classes = FieldClass.keyed.filter { KeyTable.access(role, relation, to: $0) == .key }
    for keyClass in classes.map(\.rawValue)
      + restrictions.keyClasses(for: role, relation, among: roles)
    {
      for version in keys.versions(of: keyClass)
      where held?.item(keyClass: keyClass, keyVersion: version) == nil {
        let handle = try keys.key(keyClass, version: version, tx)
        try maker.wrap(
          GrantMaker.NewKey(keyClass: keyClass, version: version, handle: handle),
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

  /// Ends assignments, and marks what could be read for new keys at the next write. Whoever has none left loses pack and
  /// excerpts; whoever has, what only the other opened. What an emergency in force gave stays.
  private func end(
    _ rows: [Transaction.AssignmentRow], for given: Transaction.AssignmentRow? = nil, at seq: Int,
    generation: Int, role: Role
  ) throws(VaultError) {
    for row in rows { try tx.endAssignment(row, at: seq) }
    let left = care.filter { !rows.contains($0) } + [given].compactMap { $0 }
    var (gone, ended): (Set<Int>, [Int: Set<UInt16>]) = ([], [:])
    for member in Set(rows.map(\.member)) {
      let id = try tx.memberID(member)
      let principal = try tx.principalKey(.member(id.identifier))
      let others = left.filter { $0.member == member }
      if others.isEmpty {
        gone.insert(principal)
        let ender = ExcerptEnder(context: context, file: file)
        try ender.state(
          ender.excerpts(of: member), id, by: seq, role: role, generation: generation)
      } else {
        ended[principal] = classes(of: rows.filter { $0.member == member })
          .subtracting(classes(of: others))
      }
    }
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, gone: gone, ended: ended,
      kept: EmergencyKeys.inForce(for: Set(rows.map(\.member)), of: file, context))
    try tx.markClassKeysDue(of: file.key)
  }

  private func classes(of rows: [Transaction.AssignmentRow]) -> Set<UInt16> {
    let held = FieldClass.keyed.filter { fieldClass in
      rows.contains { KeyTable.access($0.role, $0.relation, to: fieldClass) == .key }
    }
    let restricted = restrictions.keyClasses.filter {
      Restriction.fieldClass(of: $0).map(held.contains) ?? false
    }
    return Set(held.map(\.rawValue) + restricted)
  }

  /// What is kept from a standing role is held by the assigned alone. Whoever is to take over gets its key
  /// from them, and must have had it before they go.
  ///
  /// - Parameter leaves: which of the present assignments end.
  func checkLeaving(_ leaves: (Transaction.AssignmentRow) -> Bool) throws(VaultError) {
    try checkReaders(without: care.filter(leaves))
  }

  /// What the assigner has to give to somebody who takes over.
  private func passed(to given: Transaction.AssignmentRow) -> Set<ClassHolders.KeyVersion> {
    let classes = FieldClass.keyed.filter {
      KeyTable.access(given.role, given.relation, to: $0) == .key
    }
    return Set(
      classes.flatMap { fieldClass in
        keys.versions(of: fieldClass.rawValue).map {
          ClassHolders.KeyVersion(keyClass: fieldClass.rawValue, version: $0)
        }
      })
  }

  private func checkReaders(
    without gone: [Transaction.AssignmentRow], passing passed: Set<ClassHolders.KeyVersion> = []
  ) throws(VaultError) {
    let left = care.filter { !gone.contains($0) }
    if !gone.isEmpty,
      let lost = try ClassHolders(context).lost(by: gone, to: left, passing: passed, of: file)
    {
      throw .lastReaderWithin(lost)
    }
    for (field, keyClass) in gone.isEmpty ? [:] : restrictions.places {
      guard let rule = context.vault.fields[field] else { throw .doesNotOpen }
      // What nobody of the assigned opens any more is lost by nobody's going.
      guard let before = try held(keyClass, of: rule, by: care) else { continue }
      let needed = try context.gate.versionsNeeded(rule, of: file) { $0 }
      guard !needed.isEmpty else { continue }
      guard let after = try held(keyClass, of: rule, by: left),
        needed.intersection(before).isSubset(of: after)
      else { throw .lastReaderWithin(rule.fieldClass) }
    }
  }

  /// The versions of the key of a restricted field that somebody holds; nil where nobody may read it.
  private func held(
    _ keyClass: UInt16, of rule: FieldRule, by rows: [Transaction.AssignmentRow]
  ) throws(VaultError) -> Set<UInt32>? {
    do {
      let living = try context.gate.readers(
        of: rule.fieldClass, in: rows, less: restrictions.excluded(from: rule.id)
      ).map(\.principal).filter { StandingRole($0) != .recovery }
      return try context.gate.versionsHeld(keyClass, by: living, of: file) ?? []
    } catch .noReader { return nil }
  }
}
