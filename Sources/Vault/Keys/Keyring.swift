import AuditLog
import FoundationEssentials
import Sealing

/// What one unlocked member can open: their own keys, the office keys wrapped to them, and through
/// both the class keys of their cases. Everything lies in guarded memory and goes with the session.
///
/// Lasting keys (office keys, batch keys) and the keys of the case at hand lie in two arenas, so that
/// the second can be wiped after each case while the first goes on.
final class Keyring {
  let vault: Identifier
  let member: MemberID
  let bundle: MemberBundle
  /// The keys before these, until what was sealed to them is sealed to these.
  var former: MemberBundle?
  /// The recovery seed, while two trustees have it put together.
  var recovered: RecoveredKey?
  /// Office and batch keys, opened once a session.
  var lasting: KeyArena
  /// The keys of the case at hand; wiped before each.
  var atHand: KeyArena
  private var office: [OfficeVersion: KeyHandle] = [:]
  private var batches: [BatchOfPrincipal: KeyHandle] = [:]

  private struct OfficeVersion: Hashable {
    var key: OfficeKey
    var version: UInt32
  }

  private struct BatchOfPrincipal: Hashable {
    var batch: Identifier
    var principal: Principal
  }

  /// Keys that a member can hold at once before the cache is emptied: far more than one command
  /// needs.
  private static let capacity = 512

  /// The key that opens the member's bundle, kept so that `unlock` can lend it to the kernel.
  private var own: KeyArena
  private var bundleKey: KeyHandle?

  init(vault: Identifier, member: MemberID, bundle: consuming MemberBundle) throws(VaultError) {
    self.vault = vault
    self.member = member
    self.bundle = bundle
    own = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    lasting = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: Self.capacity)
    }
    atHand = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: Self.capacity)
    }
  }

  /// Keeps a copy of the bundle key.
  func keep(_ key: KeyHandle, from arena: borrowing KeyArena) throws(VaultError) {
    bundleKey = try VaultError.sealing { () throws(SealingError) in
      try arena.withKey(key) { span throws(SealingError) in try own.load(span) }
    }
  }

  /// Lends the bundle key for the length of a call.
  func withBundleKey<Result>(
    _ body: (Span<UInt8>) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    guard let bundleKey else { throw .locked }
    return try own.withKey(bundleKey, body)
  }

  /// Seals other keys of the member as the ones in use are sealed.
  func seal(_ bundle: borrowing MemberBundle) throws(VaultError) -> [UInt8] {
    guard let bundleKey else { throw .locked }
    do { return try bundle.seal(under: bundleKey, in: own, member: member.identifier) } catch {
      throw VaultError(error)
    }
  }

  var principal: Principal { .member(member.identifier) }

  /// The recovery epoch whose seed is at hand.
  var recoveredPrincipal: Principal? {
    switch recovered {
    case .some(let key): key.principal
    case .none: nil
    }
  }

  /// Forgets the keys of the case before.
  func beginCase() { atHand.wipe() }

  /// Called only where no handle is held: it empties the cache.
  private func makeRoom() {
    guard lasting.room < 6 else { return }
    lasting.wipe()
    office = [:]
    batches = [:]
  }

  // MARK: Office keys

  /// An office key that this member holds, opened through custody and their own key.
  func officeKey(
    _ key: OfficeKey, version: UInt32, _ tx: Transaction, _ custody: Custody
  ) throws(VaultError) -> KeyHandle {
    if let known = office[OfficeVersion(key: key, version: version)] { return known }
    makeRoom()
    for principal in [principal, recoveredPrincipal].compactMap(\.self) {
      guard let number = try tx.knownPrincipalKey(principal),
        let outer = try tx.officePack(keyClass: key.keyClass, version: version, principal: number)
      else { continue }
      let handle = try openOfficeKey(
        key, version, in: outer, OfficeHolder(principal: principal, number: number), tx, custody)
      office[OfficeVersion(key: key, version: version)] = handle
      return handle
    }
    throw .keyMissing
  }

  /// Whose pack it is, and their row.
  private struct OfficeHolder {
    var principal: Principal
    var number: Int
  }

  private func openOfficeKey(
    _ key: OfficeKey, _ version: UInt32, in outer: [UInt8], _ holder: OfficeHolder,
    _ tx: Transaction, _ custody: Custody
  ) throws(VaultError) -> KeyHandle {
    let principal = holder.principal
    let pack = try openPack(
      outer, of: 0, caseID: CaseID(.zero), principal: principal, custody)
    guard let item = pack.item(keyClass: key.keyClass, keyVersion: version)
    else { throw .doesNotOpen }
    let batch = try batchKey(item.batch, of: principal, number: holder.number, tx, custody)
    let context = GrantContext(
      vault: vault, caseID: .zero, keyClass: key.keyClass, keyVersion: version,
      principal: principal, batch: item.batch)
    return try VaultError.sealing { () throws(SealingError) in
      try WrappedKey.unwrap(item.inner.span, under: batch, in: &lasting, context: context)
    }
  }

  /// Remembers a key that this session has just made.
  func makeOfficeKey(_ key: OfficeKey, version: UInt32) -> KeyHandle {
    makeRoom()
    let handle = lasting.makeRandom()
    office[OfficeVersion(key: key, version: version)] = handle
    return handle
  }

  // MARK: Packs and batches

  /// Takes off custody's seal. File 0 is the vault's own.
  func openPack(
    _ outer: [UInt8], of file: Int, caseID: CaseID, principal: Principal, _ custody: Custody
  ) throws(VaultError) -> GrantPack {
    let number = try VaultError.sealing { () throws(SealingError) in
      try GrantPack.number(of: outer.span)
    }
    return try custody.withOuterKey(of: file, number: number) { key, arena throws(VaultError) in
      try VaultError.sealing { () throws(SealingError) in
        try GrantPack.open(
          outer.span, under: key, in: arena, vault: vault, caseID: caseID.identifier,
          principal: principal)
      }
    }
  }

  /// A batch key sealed to this member, or to a role epoch whose seed they hold.
  func batchKey(
    _ batch: Identifier, of principal: Principal, number: Int, _ tx: Transaction,
    _ custody: Custody
  ) throws(VaultError) -> KeyHandle {
    let slot = BatchOfPrincipal(batch: batch, principal: principal)
    if let known = batches[slot] { return known }
    makeRoom()
    guard let sealed = try tx.batch(batch, principal: number) else { throw .keyMissing }
    let handle: KeyHandle
    if principal == self.principal {
      handle = try openBatch(sealed, batch, principal, with: bundle.box)
    } else if principal == recoveredPrincipal {
      handle = try openRecovered(sealed, batch, principal)
    } else {
      guard let role = StandingRole(principal) else { throw .keyMissing }
      let seed = try officeKey(.standing(role), version: principal.epoch, tx, custody)
      let box = try VaultError.sealing { () throws(SealingError) in
        try BoxKey(seed: seed, in: lasting)
      }
      handle = try openBatch(sealed, batch, principal, with: box)
    }
    batches[slot] = handle
    return handle
  }

  private func openRecovered(
    _ sealed: [UInt8], _ batch: Identifier, _ principal: Principal
  ) throws(VaultError) -> KeyHandle {
    switch recovered {
    case .some(let key): try openBatch(sealed, batch, principal, with: key.box)
    case .none: throw .keyMissing
    }
  }

  private func openBatch(
    _ sealed: [UInt8], _ batch: Identifier, _ principal: Principal, with box: borrowing BoxKey
  ) throws(VaultError) -> KeyHandle {
    do {
      return try BatchKey.open(
        sealed.span, vault: vault, batch: batch, principal: principal, with: box, into: &lasting)
    } catch { throw .doesNotOpen }
  }
}

extension StandingRole {
  /// The role of an epoch principal: 15 zero bytes, then the role's number.
  init?(_ principal: Principal) {
    guard principal.kind == Principal.epochKind, let last = principal.id.bytes.last
    else { return nil }
    self.init(rawValue: last)
  }

  func principal(epoch: UInt32) -> Principal { .role(rawValue, epoch: epoch) }
}
