import AuditLog
public import Sealing

extension Vault {
  /// Unlocks a member with their passphrase; the entry `auth.ok` is durable before it returns.
  ///
  /// An unknown handle costs the same time and gives the same answer as a wrong passphrase.
  ///
  /// - Throws: `wrongPassphrase`, `passphraseForm`, and what reading the log throws.
  public func unlock(
    _ handle: String, passphrase: borrowing SecretBytes
  ) throws(VaultError) -> Session {
    var session = try open(handle, passphrase: passphrase)
    // Of a suspended member this is the refusal.
    try act(as: session) { context throws(VaultError) in
      try context.foldInbox()
      try context.append(Act.authOK)
      return .allowed(())
    }
    try settle(&session)
    return session
  }

  /// Unlocks with the bundle key that an earlier unlocking left in the kernel's keyring.
  ///
  /// - Throws: `locked` where it opens nothing of this member: whoever joins anew under a handle has keys of their own.
  ///   With their passphrase it then shows whether anything was altered.
  public func unlock(
    _ handle: String, bundleKey: borrowing SecretBytes, sid: String
  ) throws(VaultError) -> Session {
    let pin = try resume(handle: handle)
    let (member, found) = try row(of: handle)
    guard let found else { throw .locked }
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    let key = try VaultError.sealing { () throws(SealingError) in
      try bundleKey.withSpan { span throws(SealingError) in try arena.load(span) }
    }
    var session: Session
    do {
      session = try self.session(handle, member, found, key, arena, sid: sid)
    } catch .wrongVault { throw .locked }
    try check(pin, actor: ActorID(session.keyring.bundle.signing.publicKey))
    // A session outlives nobody's suspension; the refusal is an entry.
    if ledger.directory.isSuspended(member) { try sweep(session) }
    // A member who was admitted meanwhile has keys to make, however they unlocked.
    try settle(&session)
    return session
  }

  /// Whether a bundle key that was kept opens what the member has now; nothing is unlocked by it.
  public func isKey(_ bundleKey: borrowing SecretBytes, of handle: String) throws(VaultError)
    -> Bool
  {
    let (member, found) = try row(of: handle)
    guard let found else { return false }
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    let key = try VaultError.sealing { () throws(SealingError) in
      try bundleKey.withSpan { span throws(SealingError) in try arena.load(span) }
    }
    do { _ = try keyring(of: member, found.bundle, key, arena) } catch {
      guard error == .wrongVault else { throw error }
      return false
    }
    return true
  }

  /// A wrong passphrase has no key to sign with: it goes to the inbox, and the next member who signs
  /// folds it into the log.
  private func open(
    _ handle: String, passphrase: borrowing SecretBytes
  ) throws(VaultError) -> Session {
    let words = try Passphrase.normalize(passphrase)
    let pin = try resume(handle: handle)
    let (member, found) = try row(of: handle)
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 4) }
    guard let found else {
      try wasteTime(words, on: handle, &arena)
      try noteFailure(of: handle)
      throw .wrongPassphrase
    }
    for bytes in try store.look({ tx throws(VaultError) in try tx.slots(of: found.key) }) {
      guard let slot = try? PassphraseSlot(bytes: bytes),
        let key = try? slot.open(words, vault: id, member: member.identifier, into: &arena)
      else { continue }
      var session = try session(
        handle, member, found, key, arena, sid: Self.newSessionID())
      session.slot = slot
      try check(pin, actor: ActorID(session.keyring.bundle.signing.publicKey))
      return session
    }
    try noteFailure(of: handle)
    throw .wrongPassphrase
  }

  private func row(
    of handle: String
  ) throws(VaultError) -> (MemberID, (key: Int, bundle: [UInt8])?) {
    try store.look { tx throws(VaultError) in
      try catchUp(tx)
      guard let member = ledger.directory.member(who: custody.who(handle))
      else { return (MemberID(.zero), nil) }
      return (member, try tx.member(member))
    }
  }

  private func session(
    _ handle: String, _ member: MemberID, _ row: (key: Int, bundle: [UInt8]), _ key: KeyHandle,
    _ arena: borrowing KeyArena, sid: String
  ) throws(VaultError) -> Session {
    let keyring = try keyring(of: member, row.bundle, key, arena)
    try keyring.keep(key, from: arena)
    return Session(
      member: member, handle: handle, keyring: keyring, memberKey: row.key, sid: sid)
  }

  private func keyring(
    of member: MemberID, _ sealed: [UInt8], _ key: KeyHandle, _ arena: borrowing KeyArena
  ) throws(VaultError) -> Keyring {
    let first = try bundle(in: sealed.prefix(MemberBundle.count), member, key, arena)
    if isInForce(first, member) { return try Keyring(vault: id, member: member, bundle: first) }
    // While new keys wait for an admin, and until their owner comes by after that, there are two. One
    // that was put in the member's place by hand would act with somebody else's keys.
    guard sealed.count > MemberBundle.count else { throw .wrongVault }
    let second = try bundle(in: sealed.dropFirst(MemberBundle.count), member, key, arena)
    guard isInForce(second, member) else { throw .wrongVault }
    let keyring = try Keyring(vault: id, member: member, bundle: second)
    keyring.former = consume first
    return keyring
  }

  private func bundle(
    in bytes: ArraySlice<UInt8>, _ member: MemberID, _ key: KeyHandle,
    _ arena: borrowing KeyArena
  ) throws(VaultError) -> MemberBundle {
    let sealed = Array(bytes)
    do {
      return try MemberBundle.open(
        sealed.span, vault: id, member: member.identifier, under: key, in: arena)
    } catch { throw .wrongVault }
  }

  private func isInForce(_ bundle: borrowing MemberBundle, _ member: MemberID) -> Bool {
    ledger.directory.actor(of: member) == ActorID(bundle.signing.publicKey)
      && ledger.roster.member(member.identifier)?.box == bundle.box.publicKey
  }

  /// Somebody who tries handles must not learn from the clock which exist.
  private func wasteTime(
    _ words: borrowing SecretBytes, on handle: String, _ arena: inout KeyArena
  ) throws(VaultError) {
    let salt = Randomness.bytes(PassphraseStretching.saltLength)
    let cost = try cost(ofUnknown: handle)
    _ = try VaultError.sealing { () throws(SealingError) in
      try PassphraseStretching.deriveKey(from: words, salt: salt, cost: cost, into: &arena)
    }
  }

  private static func newSessionID() -> String {
    String(Identifier.makeRandom().hex.prefix(16))
  }
}
