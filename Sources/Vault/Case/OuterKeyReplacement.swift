import AuditLog
import Sealing

/// Replaces KK of a case: what ends somebody's access at once, in every copy of the records.
///
/// The new key is committed in custody before the records commit; the old one is destroyed by whoever
/// next takes the lock, as `pending` says.
struct OuterKeyReplacement {
  let context: ActContext
  let file: Transaction.File

  /// Opens all that is to be sealed anew, and changes nothing: whoever ends many cases at once must know
  /// beforehand which of them is spoilt.
  func check() throws(VaultError) {
    let (keyring, custody) = (context.keyring, context.custody)
    let number = try CaseOperations.number(file)
    let key = try custody.outerKey(of: file.key, number: number, into: &keyring.atHand)
    _ = try CaseOperations.inner(
      file, under: key, in: keyring.atHand, vault: context.vault.id)
    for (row, sealed) in try context.tx.packs(of: file.key) {
      _ = try keyring.openPack(
        sealed, of: file.key, caseID: file.id, principal: context.tx.principal(row), custody)
    }
  }

  /// Seals what stays under a new key.
  ///
  /// - Parameters:
  ///   - gone: principals whose packs go whole.
  ///   - ended: classes that go out of the packs of others.
  ///   - kept: wraps that stay in a pack of either: an emergency in force gave them.
  ///   - isDestroyed: wraps that go out of every pack.
  func replace(
    generation: Int, gone: Set<Int> = [], ended: [Int: Set<UInt16>] = [:],
    kept: [Int: Set<StatedGrants.KeyVersion>] = [:],
    _ isDestroyed: (GrantPack.Item) -> Bool = { _ in false }
  ) throws(VaultError) {
    let (keyring, custody) = (context.keyring, context.custody)
    let old = try CaseOperations.number(file)
    let oldKey = try custody.outerKey(of: file.key, number: old, into: &keyring.atHand)
    let inner = try CaseOperations.inner(
      file, under: oldKey, in: keyring.atHand, vault: context.vault.id)
    let new = keyring.atHand.makeRandom()
    try custody.keepOuter(new, in: keyring.atHand, file: file.key, number: old + 1)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: old + 1, outer: new
    ).reseal(except: gone, without: ended, keeping: kept, isDestroyed)
    try DraftKeeper(context, file).reseal(except: gone, from: oldKey, under: new, number: old + 1)
    try resealOperations(inner, under: new, number: old + 1)
    try context.tx.insertPending(generation: generation, file: file.key, below: old + 1)
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
    try context.tx.update(changed)
  }
}
