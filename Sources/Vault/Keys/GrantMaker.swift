import AuditLog
import FoundationEssentials
import Sealing

/// Wraps new keys to their readers. One act makes one batch key a principal, seals it once (about
/// 80 microseconds) and wraps every key under it (about one): an import of thousands of cases costs a
/// handful of public-key operations.
final class GrantMaker {
  private let vault: Identifier
  private var arena: KeyArena
  private var recipients: [Principal: Recipient] = [:]

  private struct Recipient {
    var batch: Identifier
    var key: KeyHandle
    /// The principal's row.
    var number: Int
  }

  /// What wrapping some keys of one case produced.
  struct Grants {
    var entries: [GrantList.Entry] = []
    var items: [Principal: [GrantPack.Item]] = [:]
    /// The rows of the principals in `items`.
    var rows: [Principal: Int] = [:]
  }

  /// A new key to be wrapped, and where it lies.
  struct NewKey {
    var keyClass: UInt16
    var version: UInt32
    var handle: KeyHandle
  }

  init(vault: Identifier) throws(VaultError) {
    self.vault = vault
    arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 256) }
  }

  /// Wraps one key to one principal and notes it for the grant list.
  func wrap(
    _ key: NewKey, in keys: borrowing KeyArena, of caseID: CaseID, to principal: Principal,
    box: BoxPublicKey, into grants: inout Grants, _ tx: Transaction
  ) throws(VaultError) {
    let recipient = try recipient(principal, box, tx)
    let context = GrantContext(
      vault: vault, caseID: caseID.identifier, keyClass: key.keyClass, keyVersion: key.version,
      principal: principal, batch: recipient.batch)
    let inner = WrappedKey.wrap(
      key.handle, in: keys, under: recipient.key, in: arena, context: context)
    grants.entries.append(GrantList.Entry(context: context, inner: Digest.of(inner)))
    guard
      let item = GrantPack.Item(
        keyClass: key.keyClass, keyVersion: key.version, batch: recipient.batch, inner: inner)
    else { throw .sealing }
    grants.items[principal, default: []].append(item)
    grants.rows[principal] = recipient.number
  }

  private func recipient(
    _ principal: Principal, _ box: BoxPublicKey, _ tx: Transaction
  ) throws(VaultError) -> Recipient {
    if let known = recipients[principal] { return known }
    let batch = Identifier.makeRandom()
    let key = arena.makeRandom()
    let sealed = try VaultError.sealing { () throws(SealingError) in
      try BatchKey.seal(key, in: arena, vault: vault, batch: batch, to: principal, box)
    }
    let number = try tx.principalKey(principal)
    try tx.insertBatch(batch, principal: number, sealed: sealed)
    let recipient = Recipient(batch: batch, key: key, number: number)
    recipients[principal] = recipient
    return recipient
  }
}
