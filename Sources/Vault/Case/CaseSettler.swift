import AuditLog
import Sealing

/// Gives a standing epoch the keys of cases that were there before it: one batch key for the whole act,
/// one entry a case.
struct CaseSettler {
  let context: ActContext
  let late: LateEpoch
  /// The recovery that it is part of.
  let by: Int?
  private let maker: GrantMaker

  private var tx: Transaction { context.tx }
  private var keyring: Keyring { context.keyring }

  init(_ context: ActContext, _ late: LateEpoch, by: Int? = nil) throws(VaultError) {
    (self.context, self.late, self.by) = (context, late, by)
    maker = try GrantMaker(vault: context.vault.id)
  }

  /// One case.
  ///
  /// - Returns: false where its keys do not open: it stays due, its next reader learns why, and the
  ///   others must not wait for it.
  func settle(_ key: Int) throws(VaultError) -> Bool {
    guard let file = try tx.file(key: key) else { return false }
    keyring.beginCase()
    let prepared: (GrantMaker.Grants, CasePacks)
    do {
      prepared = (try wrap(file), try packs(of: file))
      if endsOld { try OuterKeyReplacement(context: context, file: file).check() }
    } catch {
      guard error.isAlteration else { throw error }
      return false
    }
    let (grants, packs) = prepared
    guard !grants.entries.isEmpty else { return false }
    let list = try VaultError.sealing { () throws(SealingError) in try GrantList(grants.entries) }
    let seq = try state(file, list)
    try tx.insertGrantList(list.bytes, of: key, seq: seq)
    try packs.add(grants)
    if endsOld { try endOld(of: file) }
    return true
  }

  /// Whether the wraps of the epochs before go with it: the seed of recovery was in the hands of people, and
  /// is not to open anything any more, in an old copy either.
  var endsOld: Bool { late.role == .recovery && late.number > 0 }

  private func endOld(of file: Transaction.File) throws(VaultError) {
    let present = try context.pack(of: late.principal, in: file)
    var ended: [Int: Set<UInt16>] = [:]
    for number in 0..<late.number {
      let principal = late.role.principal(epoch: number)
      guard let row = try tx.knownPrincipalKey(principal),
        let pack = try context.pack(of: principal, in: file)
      else { continue }
      // What the present epoch lacks stays where it is: nothing may be lost that was recoverable.
      let kept = pack.items.filter {
        present?.item(keyClass: $0.keyClass, keyVersion: $0.keyVersion) == nil
      }
      ended[row] = Set(pack.items.map(\.keyClass)).subtracting(kept.map(\.keyClass))
    }
    guard ended.values.contains(where: { !$0.isEmpty }) else { return }
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: ended)
  }

  /// Every version that the giver holds and the epoch does not.
  private func wrap(_ file: Transaction.File) throws(VaultError) -> GrantMaker.Grants {
    let keys = try CaseKeys(
      file, for: context.principals(), keyring: keyring, custody: context.custody, tx)
    // What somebody wrote since was wrapped to the epoch when it was sealed.
    let held = try context.pack(of: late.principal, in: file)
    var grants = GrantMaker.Grants()
    for fieldClass in try late.classes.map(\.rawValue) + restricted(in: file) {
      for version in keys.versions(of: fieldClass) {
        guard held?.item(keyClass: fieldClass, keyVersion: version) == nil else { continue }
        let handle = try keys.key(fieldClass, version: version, tx)
        try maker.wrap(
          GrantMaker.NewKey(keyClass: fieldClass, version: version, handle: handle),
          in: keyring.atHand, of: file.id, to: late.principal, box: late.box, into: &grants, tx)
      }
    }
    return grants
  }

  /// Keys of restricted fields that are not kept from the role.
  private func restricted(in file: Transaction.File) throws(VaultError) -> [UInt16] {
    let restrictions = try context.gate.restrictions(of: file)
    return restrictions.keyClasses.filter { keyClass in
      Restriction.fieldClass(of: keyClass).map(late.classes.contains) ?? false
        && !restrictions.excluded(fromKey: keyClass).contains(standing: late.role)
    }
  }

  private func packs(of file: Transaction.File) throws(VaultError) -> CasePacks {
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(of: file.key, number: number, into: &keyring.atHand)
    return CasePacks(
      context: context, file: file.key, id: file.id, number: number, outer: outer)
  }

  private func state(_ file: Transaction.File, _ list: GrantList) throws(VaultError) -> Int {
    let rec = try context.pseudonym(file)
    return try context.append(Act.keyWrap) { entry in
      entry.rec = rec
      entry.grole = late.role.name
      entry.epoch = Int(late.number)
      entry.grant = list.digest
      entry.gen = endsOld ? generation : nil
      (entry.by, entry.role) = (by, giver?.rawValue)
    }
  }

  /// One for all cases of the act.
  private var generation: Int { context.custody.generation + 1 }

  /// The role by which the keys are held; a trustee's in a recovery.
  private var giver: Role? {
    let roles = context.asker.roles
    return roles.first { $0.standing.map { LateEpoch.holds($0, late.classes) } ?? false }
      ?? roles.first { $0.standingNumber != nil } ?? roles.first
  }
}
