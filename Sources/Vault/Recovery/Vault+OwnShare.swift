import AuditLog
import Sealing

extension Vault {
  /// `kind` of the entry by which a trustee saw their own share.
  static let shareKind = "share"

  /// Whether a share may be seen, asked before a place to show it is looked for: a refusal is an entry.
  ///
  /// - Parameter handle: whose share is asked for; anybody's but one's own is refused, also one that
  ///   there is not, so that nobody learns who keeps any.
  /// - Throws: `shareOfAnother`; `noted` with `noShare` where they keep none.
  public func checkShare(
    of handle: String? = nil, as session: borrowing Session
  ) throws(VaultError) {
    _ = try find(handle, isShown: false, session)
  }

  /// A trustee's own share, to be shown to them alone. The entry is durable before it is opened.
  ///
  /// - Throws: what `checkShare` throws.
  public func ownShare(as session: borrowing Session) throws(VaultError) -> OwnShare {
    let found = try find(nil, isShown: true, session)
    let share = try session.keyring.openShare(found.sealed, epoch: UInt32(found.epoch))
    return try OwnShare(
      entry: found.entry, epoch: found.epoch, number: found.index + 1,
      words: VaultError.sealing { () throws(SealingError) in try ShareSheet.text(of: share) })
  }

  private func find(
    _ handle: String?, isShown: Bool, _ session: borrowing Session
  ) throws(VaultError) -> Found {
    var refused: Int?
    let found = try notingShare(session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Found> in
        guard let role = context.role(for: .keepShare) else {
          return try context.refuse(Act.export, .role) { $0.kind = Self.shareKind }
        }
        guard handle.map({ custody.who($0) == context.ownWho }) ?? true else {
          refused = try context.refuseShare(role)
          return .allowed(Found(sealed: []))
        }
        var found = try context.findShare()
        if isShown { found.entry = try context.stateShown(found, role) }
        return .allowed(found)
      }
    }
    if let refused { throw .shareOfAnother(entry: refused) }
    return found
  }

  fileprivate struct Found {
    var entry = -1
    var sealed: [UInt8]
    var epoch = 0
    var index = 0
  }

  /// Who keeps no share, or whose share is not the one that the log states, leaves an entry.
  private func notingShare<Value>(
    _ session: borrowing Session, _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(session) } catch {
      guard error == .noShare || error == .doesNotOpen else { throw error }
      let isMissing = error == .noShare
      let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        .allowed(
          try context.append(Act.export, isMissing ? .denied : .failed) { entry in
            (entry.kind, entry.why) = (Self.shareKind, isMissing ? .state : .tampered)
            entry.role = context.asker.roles.first?.rawValue
          })
      }
      throw .noted(error, entry: entry)
    }
  }
}

extension ActContext {
  fileprivate var ownWho: Digest? { directory.roster.member(asker.member.identifier)?.who }

  fileprivate func refuseShare(_ role: Role) throws(VaultError) -> Int {
    try append(Act.export, .denied) { entry in
      (entry.kind, entry.why) = (Vault.shareKind, .notAssigned)
      entry.role = role.rawValue
    }
  }

  fileprivate func findShare() throws(VaultError) -> Vault.Found {
    guard let (index, holder) = directory.roster.share(of: asker.member.identifier),
      let epoch = directory.roster.epoch(of: .recovery)
    else { throw .noShare }
    guard let sealed = try tx.share(holder.sum) else { throw .doesNotOpen }
    return Vault.Found(sealed: sealed, epoch: epoch.epoch, index: index)
  }

  fileprivate func stateShown(_ found: Vault.Found, _ role: Role) throws(VaultError) -> Int {
    try append(Act.export) { entry in
      (entry.kind, entry.role) = (Vault.shareKind, role.rawValue)
      (entry.epoch, entry.sum) = (found.epoch, Digest.of(found.sealed))
    }
  }
}
