import AuditLog
public import Sealing

extension Vault {
  /// Changes the passphrase of a member who has just given the old one. The keys stay: what changes is
  /// the slot that opens their bundle, and it changes in one transaction.
  ///
  /// The entry is `key.wrap` of kind `passphrase`: the bundle key was wrapped anew.
  ///
  /// - Throws: `locked` where the session was unlocked otherwise than with a passphrase;
  ///   `passphraseWeak` and `passphraseForm` for the new one; `nothingToDo` where it is the old one;
  ///   `denied` for a member without a role, who may sign no such entry.
  public func changePassphrase(
    to new: borrowing SecretBytes, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let words = try Passphrase.accept(new)
    guard let old = session.slot else { throw .locked }
    try refuseSame(old, words, session)
    // Stretched before the write lock is taken: it costs a second, and others wait for the lock.
    let slot = try makeSlot(after: old, words, session)
    let memberKey = session.memberKey
    let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      let actor = context.directory.actor(of: context.asker.member)
      guard let role = context.asker.roles.first else {
        return try context.refuse(Act.keyWrap, .role) { $0.kind = "passphrase" }
      }
      // Somebody else at the same account changed it meanwhile: theirs stands.
      guard try context.tx.slots(of: memberKey).contains(old.bytes) else {
        throw VaultError.wrongPassphrase
      }
      try context.tx.replaceSlot(
        number: Int(old.number), of: memberKey, by: slot.bytes, number: Int(slot.number))
      return .allowed(
        try context.append(Act.keyWrap) { entry in
          entry.kind = "passphrase"
          entry.subj = actor
          entry.role = role.rawValue
        })
    }
    return Receipt(entry: seq)
  }

  private func refuseSame(
    _ slot: PassphraseSlot, _ words: borrowing SecretBytes, _ session: borrowing Session
  ) throws(VaultError) {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 4) }
    let key = try? slot.open(words, vault: id, member: session.member.identifier, into: &arena)
    guard key == nil else { throw .nothingToDo }
  }

  /// Under a number that this member never had: an old slot put back does not pass for the new one.
  private func makeSlot(
    after old: PassphraseSlot, _ words: borrowing SecretBytes, _ session: borrowing Session
  ) throws(VaultError) -> PassphraseSlot {
    let roles = ledger.directory.roles(of: session.member)
    let cost = Passphrase.cost(for: roles, low: isLowCost)
    let member = session.member.identifier
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 4) }
    let key = try session.keyring.withBundleKey { span throws(VaultError) in
      try VaultError.sealing { () throws(SealingError) in try arena.load(span) }
    }
    return try VaultError.sealing { () throws(SealingError) in
      try PassphraseSlot.make(
        number: old.number + 1, bundleKey: key, in: arena, passphrase: words, cost: cost,
        vault: id, member: member)
    }
  }
}
