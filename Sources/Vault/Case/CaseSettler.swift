import AuditLog
import Sealing

/// Gives a standing epoch the keys of cases that were there before it: one batch key for the whole act,
/// one entry a case.
struct CaseSettler {
  let context: ActContext
  let late: LateEpoch
  private let maker: GrantMaker

  private var tx: Transaction { context.tx }
  private var keyring: Keyring { context.keyring }

  init(_ context: ActContext, _ late: LateEpoch) throws(VaultError) {
    self.context = context
    self.late = late
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
    return true
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
      entry.role = context.asker.roles.first { $0.standingNumber != nil }?.rawValue
    }
  }
}
