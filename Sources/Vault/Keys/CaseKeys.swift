import AuditLog
import FoundationEssentials
import Sealing

/// The keys of one case, as far as one member can open them.
final class CaseKeys {
  let file: Int
  let caseID: CaseID
  private let keyring: Keyring
  private let custody: Custody
  private var packs: [Held] = []
  private var opened: [KeyVersion: KeyHandle] = [:]

  private struct Held {
    var principal: Principal
    var number: Int
    var pack: GrantPack
  }

  struct KeyVersion: Hashable {
    var keyClass: UInt16
    var version: UInt32
  }

  /// Takes off custody's seal from the packs that this member's principals have. No class key is
  /// opened yet.
  init(
    _ file: Transaction.File, for principals: [Principal], keyring: Keyring, custody: Custody,
    _ tx: Transaction
  ) throws(VaultError) {
    self.file = file.key
    caseID = file.id
    self.keyring = keyring
    self.custody = custody
    for principal in principals {
      guard let number = try tx.knownPrincipalKey(principal),
        let outer = try tx.pack(of: file.key, principal: number)
      else { continue }
      let pack = try keyring.openPack(
        outer, of: file.key, caseID: file.id, principal: principal, custody)
      packs.append(Held(principal: principal, number: number, pack: pack))
    }
  }

  /// A class key at a version.
  ///
  /// - Throws: `keyMissing` where it was never wrapped to this member: the second wall.
  func key(
    _ keyClass: UInt16, version: UInt32, _ tx: Transaction
  ) throws(VaultError) -> KeyHandle {
    let wanted = KeyVersion(keyClass: keyClass, version: version)
    if let known = opened[wanted] { return known }
    for held in packs {
      guard let item = held.pack.item(keyClass: keyClass, keyVersion: version) else { continue }
      let handle = try unwrap(item, held, tx)
      opened[wanted] = handle
      return handle
    }
    throw .keyMissing
  }

  /// Every version of a class that this member holds, ascending.
  func versions(of keyClass: UInt16) -> [UInt32] {
    let all = packs.flatMap { held in
      held.pack.items.filter { $0.keyClass == keyClass }.map(\.keyVersion)
    }
    return Set(all).sorted()
  }

  /// Every class that this member holds any version of.
  var keyClasses: Set<UInt16> { Set(packs.flatMap { $0.pack.items.map(\.keyClass) }) }

  private func unwrap(
    _ item: GrantPack.Item, _ held: Held, _ tx: Transaction
  ) throws(VaultError) -> KeyHandle {
    try keyring.unwrap(
      item, of: held.principal, number: held.number, caseID: caseID, tx, custody)
  }
}

extension Keyring {
  /// A key of the case at hand, or of the office where the case is zero.
  ///
  /// - Throws: `doesNotOpen`, where the batch or the wrap is not what was put there.
  func unwrap(
    _ item: GrantPack.Item, of principal: Principal, number: Int, caseID: CaseID,
    _ tx: Transaction, _ custody: Custody
  ) throws(VaultError) -> KeyHandle {
    let batch = try batchKey(item.batch, of: principal, number: number, tx, custody)
    let context = GrantContext(
      vault: vault, caseID: caseID.identifier, keyClass: item.keyClass,
      keyVersion: item.keyVersion, principal: principal, batch: item.batch)
    do {
      return try WrappedKey.unwrap(
        item.inner.span, under: batch, in: lasting, into: &atHand, context: context)
    } catch { throw .doesNotOpen }
  }
}
