import AuditLog
import FoundationEssentials
import Sealing

/// Makes office keys and wraps them on: what the founding of a role, an admission and a rotation do.
struct OfficeKeys {
  let vault: Identifier
  let ledger: Ledger
  let custody: Custody
  let keyring: Keyring
  let tx: Transaction

  /// One who is to hold a key.
  struct Holder {
    var principal: Principal
    var box: BoxPublicKey
  }

  /// A key and the version that is wrapped.
  struct Version {
    var key: OfficeKey
    var number: UInt32
  }

  /// Wraps versions that this member holds, or has just made, to some holders.
  ///
  /// - Returns: the grant list, whose hash the act's entry states.
  func wrap(
    _ versions: [Version], to holders: [Holder]
  ) throws(VaultError) -> GrantList {
    let maker = try GrantMaker(vault: vault)
    var entries: [GrantList.Entry] = []
    for version in versions {
      let handle = try keyring.officeKey(version.key, version: version.number, tx, custody)
      let key = GrantMaker.NewKey(
        keyClass: version.key.keyClass, version: version.number, handle: handle)
      var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
      let outer = try outerKey(of: version, into: &arena)
      for holder in holders {
        var grants = GrantMaker.Grants()
        try maker.wrap(
          key, in: keyring.lasting, of: CaseID(.zero), to: holder.principal, box: holder.box,
          into: &grants, tx)
        try store(grants, version, holder, under: outer, arena)
        entries += grants.entries
      }
    }
    return try VaultError.sealing { () throws(SealingError) in try GrantList(entries) }
  }

  private struct Outer {
    var number: UInt32
    var handle: KeyHandle
  }

  /// Each version of an office key has an outer key of its own in custody, file 0: the one that the
  /// first wrap made, or a new one.
  private func outerKey(
    of version: Version, into arena: inout KeyArena
  ) throws(VaultError) -> Outer {
    if let number = try existingNumber(of: version) {
      return Outer(
        number: number, handle: try custody.outerKey(of: 0, number: number, into: &arena))
    }
    let number = (try custody.newestNumber(of: 0) ?? 0) + 1
    let handle = arena.makeRandom()
    try custody.keepOuter(handle, in: arena, file: 0, number: number)
    return Outer(number: number, handle: handle)
  }

  private func existingNumber(of version: Version) throws(VaultError) -> UInt32? {
    guard
      let outer = try tx.anyOfficePack(keyClass: version.key.keyClass, version: version.number)
    else { return nil }
    return try VaultError.sealing { () throws(SealingError) in
      try GrantPack.number(of: outer.span)
    }
  }

  private func store(
    _ grants: GrantMaker.Grants, _ version: Version, _ holder: Holder, under outer: Outer,
    _ arena: borrowing KeyArena
  ) throws(VaultError) {
    let pack = try VaultError.sealing { () throws(SealingError) in
      try GrantPack(grants.items[holder.principal] ?? [])
    }
    let sealed = pack.seal(
      under: outer.handle, in: arena, number: outer.number, vault: vault, caseID: .zero,
      principal: holder.principal)
    try tx.insertOfficePack(
      keyClass: version.key.keyClass, version: version.number,
      principal: tx.principalKey(holder.principal), outer: sealed)
  }
}
