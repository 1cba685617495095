import Sealing

/// Replaces the outer keys of all office keys: what was wrapped to somebody who left opens no more, in any
/// copy of the records.
struct OfficeKeyReplacement {
  let context: ActContext

  private struct Place: Equatable {
    var keyClass: UInt16
    var version: UInt32
  }

  /// Seals what stays under new keys, one a key and version as ever, and takes away what goes.
  ///
  /// A pack that does not open goes too: nobody will ever open it, and `log verify` says that it is missing.
  func replace(
    generation: Int, gone: (Transaction.OfficePackRow) -> Bool = { _ in false }
  ) throws(VaultError) {
    let (tx, keyring) = (context.tx, context.keyring)
    let first = (try context.custody.newestNumber(of: 0) ?? 0) + 1
    var (number, place, key): (UInt32, Place?, KeyHandle?) = (first - 1, nil, nil)
    // In the order of key and version, so that one new key is at hand at a time.
    for row in try tx.officePacks() {
      let principal = try tx.principal(row.principal)
      guard !gone(row), let pack = open(row, principal) else {
        try tx.deleteOfficePack(row)
        continue
      }
      if place != Place(keyClass: row.keyClass, version: row.version) {
        (number, place) = (number + 1, Place(keyClass: row.keyClass, version: row.version))
        key = try newKey(number)
      }
      guard let key else { throw .sealing }
      let sealed = pack.seal(
        under: key, in: keyring.atHand, number: number, vault: context.vault.id, caseID: .zero,
        principal: principal)
      try tx.insertOfficePack(
        keyClass: row.keyClass, version: row.version, principal: row.principal, outer: sealed)
    }
    try tx.insertPending(generation: generation, file: 0, below: first)
  }

  private func open(_ row: Transaction.OfficePackRow, _ principal: Principal) -> GrantPack? {
    try? context.keyring.openPack(
      row.outer, of: 0, caseID: CaseID(.zero), principal: principal, context.custody)
  }

  private func newKey(_ number: UInt32) throws(VaultError) -> KeyHandle {
    context.keyring.beginCase()
    let handle = context.keyring.atHand.makeRandom()
    try context.custody.keepOuter(handle, in: context.keyring.atHand, file: 0, number: number)
    return handle
  }
}
