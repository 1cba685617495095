import AuditLog
import Sealing

/// Does for restrictions what needs somebody who holds the field: puts it under another key where who
/// restricted it, or lifted that, held none; and gives its key to members who came to the case by a lead
/// or a duty officer that is excluded, and so could not give it.
///
/// The keys of whole classes are given on in the same way: a lead who came by a recovery had none of `safety` to give.
struct RestrictionSettler {
  let context: ActContext
  /// Of which keys: of whole classes, instead of restricted fields.
  var isOfClasses = false

  private var tx: Transaction { context.tx }

  /// One case.
  func settle(_ id: CaseID) throws(VaultError) {
    guard let file = try tx.file(id) else { return }
    for field in try context.gate.restrictions(of: file).due.sorted() {
      _ = try CaseWriter(context, id).settle(field)
    }
    guard let changed = try tx.file(id) else { return }
    try give(changed)
  }

  /// Whether there is anything in a case that this member can do; asked without the write lock.
  func isDue(_ file: Transaction.File) throws(VaultError) -> Bool {
    do {
      // Who was given no key of the case has nothing to seal and nothing to give.
      guard try holdsAny(file) else { return false }
      let restrictions = try context.gate.restrictions(of: file)
      for field in restrictions.due where try canPlace(field, restrictions, file) { return true }
      let owed = try owed(file, restrictions)
      return !owed.isEmpty
    } catch {
      // Its next reader learns why.
      guard error.isAlteration else { throw error }
      return false
    }
  }

  private func holdsAny(_ file: Transaction.File) throws(VaultError) -> Bool {
    for principal in context.principals() {
      guard let number = try tx.knownPrincipalKey(principal) else { continue }
      if try tx.pack(of: file.key, principal: number) != nil { return true }
    }
    return false
  }

  private func canPlace(
    _ field: FieldID, _ restrictions: CaseRestrictions, _ file: Transaction.File
  ) throws(VaultError) -> Bool {
    guard let rule = context.vault.fields[field] else { return false }
    let needed = try context.gate.versionsNeeded(rule, of: file) { $0 }
    let held = try context.gate.versionsHeld(
      restrictions.keyClass(of: rule), by: context.principals(), of: file)
    let standings = try context.gate.standings(of: context.asker, to: file)
    return needed.isSubset(of: held ?? [])
      && context.roleHolding(rule.fieldClass, standings) != nil
  }

  // MARK: Keys that somebody has not been given

  private struct Owed {
    var keyClass: UInt16
    var versions: Set<UInt32>
    var principal: Principal
    var box: BoxPublicKey
  }

  /// Members alone: an epoch that came late is given what it lacks with all else (`CaseSettler`).
  private func owed(
    _ file: Transaction.File, _ restrictions: CaseRestrictions
  ) throws(VaultError) -> [Owed] {
    let keyClasses =
      isOfClasses ? FieldClass.keyed.map(\.rawValue) : restrictions.keyClasses
    let assignments = try context.gate.liveAssignments(of: file)
    let own = context.principals()
    var found: [Owed] = []
    for keyClass in keyClasses {
      guard let fieldClass = Restriction.fieldClass(of: keyClass) else { continue }
      let held = try context.gate.versionsHeld(keyClass, by: own, of: file) ?? []
      guard !held.isEmpty else { continue }
      let readers: [(principal: Principal, box: BoxPublicKey)]
      do {
        readers = try context.gate.readers(
          of: fieldClass, in: assignments, less: restrictions.excluded(fromKey: keyClass))
      } catch .noReader { continue }
      for reader in readers where reader.principal.kind == Principal.memberKind {
        let known = try context.gate.versionsHeld(keyClass, by: [reader.principal], of: file)
        let missing = held.subtracting(known ?? [])
        guard !missing.isEmpty else { continue }
        found.append(
          Owed(
            keyClass: keyClass, versions: missing, principal: reader.principal, box: reader.box))
      }
    }
    return found
  }

  /// Whether anybody who has the case lacks a key that this member has.
  func owes(_ file: Transaction.File) throws(VaultError) -> Bool {
    guard try holdsAny(file) else { return false }
    return try owed(file, context.gate.restrictions(of: file)).isEmpty == false
  }

  func give(_ file: Transaction.File) throws(VaultError) {
    let owed = try owed(file, context.gate.restrictions(of: file))
    guard !owed.isEmpty else { return }
    context.keyring.beginCase()
    let keys = try CaseKeys(
      file, for: context.principals(), keyring: context.keyring, custody: context.custody, tx)
    let maker = try GrantMaker(vault: context.vault.id)
    var grants = GrantMaker.Grants()
    for item in owed {
      for version in item.versions.sorted() where keys.versions(of: item.keyClass).contains(version)
      {
        let key = GrantMaker.NewKey(
          keyClass: item.keyClass, version: version,
          handle: try keys.key(item.keyClass, version: version, tx))
        try maker.wrap(
          key, in: context.keyring.atHand, of: file.id, to: item.principal, box: item.box,
          into: &grants, tx)
      }
    }
    guard !grants.entries.isEmpty else { return }
    try state(grants, file)
  }

  func state(_ grants: GrantMaker.Grants, _ file: Transaction.File) throws(VaultError) {
    let list = try VaultError.sealing { () throws(SealingError) in try GrantList(grants.entries) }
    let rec = try context.pseudonym(file)
    let seq = try context.append(Act.keyWrap) { entry in
      entry.kind = isOfClasses ? "assigned" : "restricted"
      entry.rec = rec
      entry.grant = list.digest
      entry.role = context.asker.roles.first { !$0.isBlind }?.rawValue
    }
    try tx.insertGrantList(list.bytes, of: file.key, seq: seq)
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(
      of: file.key, number: number, into: &context.keyring.atHand)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: number, outer: outer
    ).add(grants)
  }
}

extension ActContext {
  /// The first role of the asker by which they hold a class of a case: by assignment, or by an epoch of
  /// theirs.
  func roleHolding(_ fieldClass: FieldClass, _ standings: [Gate.Standing]) -> Role? {
    standings.first { standing in
      let epoch = standing.role.standingNumber.flatMap(StandingRole.init(rawValue:))
      return KeyTable.access(standing.role, standing.relation, to: fieldClass) == .key
        || epoch.map { KeyTable.standingClasses(of: $0).contains(fieldClass) } ?? false
    }?.role
  }
}
