import AuditLog
import Sealing

extension ActContext {
  /// What a principal was given of a case, custody's seal taken off; nothing of it is unwrapped.
  func pack(
    of principal: Principal, in file: Transaction.File
  ) throws(VaultError) -> GrantPack? {
    guard let number = try tx.knownPrincipalKey(principal),
      let outer = try tx.pack(of: file.key, principal: number)
    else { return nil }
    return try keyring.openPack(
      outer, of: file.key, caseID: file.id, principal: principal, custody)
  }
}

/// The packs of one case: for each principal the wraps of all keys they hold, under custody's key.
struct CasePacks {
  let context: ActContext
  let file: Int
  let id: CaseID
  /// The newest KK of the case, in the arena of the case at hand.
  let number: UInt32
  let outer: KeyHandle

  init(context: ActContext, file: Int, id: CaseID, number: UInt32, outer: KeyHandle) {
    self.context = context
    self.file = file
    self.id = id
    self.number = number
    self.outer = outer
  }

  /// Adds new wraps to the packs of their principals.
  func add(_ grants: GrantMaker.Grants) throws(VaultError) {
    for (principal, items) in grants.items {
      let row = try row(of: principal, grants)
      var all = items
      if let present = try context.tx.pack(of: file, principal: row) {
        let pack = try context.keyring.openPack(
          present, of: file, caseID: id, principal: principal, context.custody)
        all += pack.items
      }
      try seal(all, of: principal, row: row)
    }
  }

  private func row(
    of principal: Principal, _ grants: GrantMaker.Grants
  ) throws(VaultError) -> Int {
    if let known = grants.rows[principal] { return known }
    return try context.tx.principalKey(principal)
  }

  /// Seals every pack that is left under a new KK; the caller destroys the old one after the commit.
  ///
  /// - Parameters:
  ///   - gone: packs that go whole, but for what is kept of them.
  ///   - ended: classes that go out of single packs.
  ///   - kept: wraps that stay all the same.
  ///   - isDestroyed: wraps that go out of all.
  func reseal(
    except gone: Set<Int>, without ended: [Int: Set<UInt16>],
    keeping kept: [Int: Set<StatedGrants.KeyVersion>] = [:],
    _ isDestroyed: (GrantPack.Item) -> Bool
  ) throws(VaultError) {
    for (row, present) in try context.tx.packs(of: file) {
      let kept = kept[row] ?? []
      guard !gone.contains(row) || !kept.isEmpty else {
        try context.tx.deletePack(of: file, principal: row)
        continue
      }
      let principal = try context.tx.principal(row)
      let pack = try context.keyring.openPack(
        present, of: file, caseID: id, principal: principal, context.custody)
      let left = pack.items.filter { item in
        let isEnded = gone.contains(row) || ended[row]?.contains(item.keyClass) == true
        let version = StatedGrants.KeyVersion(keyClass: item.keyClass, version: item.keyVersion)
        return (!isEnded || kept.contains(version)) && !isDestroyed(item)
      }
      if left.isEmpty {
        try context.tx.deletePack(of: file, principal: row)
      } else {
        try seal(left, of: principal, row: row)
      }
    }
  }

  private func seal(
    _ items: [GrantPack.Item], of principal: Principal, row: Int
  ) throws(VaultError) {
    let pack = try VaultError.sealing { () throws(SealingError) in
      try GrantPack(
        items.sorted { ($0.keyClass, $0.keyVersion) < ($1.keyClass, $1.keyVersion) })
    }
    let sealed = pack.seal(
      under: outer, in: context.keyring.atHand, number: number, vault: context.vault.id,
      caseID: id.identifier, principal: principal)
    try context.tx.setPack(sealed, of: file, principal: row)
  }
}
