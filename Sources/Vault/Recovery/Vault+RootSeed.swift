import AuditLog
import Sealing

/// Two shares of the root seed make an administrator, where none is left who could invite another: root invites them, and
/// gives them the role once they have enrolled. The seed is gone when the call returns.
///
/// At the keyboard sits a trustee, each time another one. What root signs stands behind an entry of theirs, in the same
/// transaction.
extension Vault {
  /// `kind` of that entry: with one it is no recovery of a standing role (Format.md, "An administrator by root's word").
  static let rootKind = "root"

  /// The fingerprint of somebody who was invited as an administrator and has enrolled, to be compared in person; nil of
  /// a handle that root is to invite.
  ///
  /// - Throws: `denied` for who keeps no share; `noted` with `handleTaken`.
  public func fingerprint(
    ofNextAdmin handle: String, as session: borrowing Session
  ) throws(VaultError) -> String? {
    try notingRoot(session) { session throws(VaultError) in
      guard try may(.keepShare, as: session) else { throw VaultError.nothingToDo }
      guard let found = try? leaver(handle), found.suspended == nil else { return nil }
      guard found.isNextAdmin else { throw VaultError.handleTaken }
      return Fingerprint(found.key).text
    }
  }

  /// Invites somebody as an administrator.
  ///
  /// - Throws: `noted` with `share`, `handleTaken`; `denied`.
  public func inviteAdmin(
    _ handle: String, with shares: [BroughtShare], by session: borrowing Session
  ) throws(VaultError) -> Invitation {
    guard Handle.isWellFormed(handle) else { throw .handleForm }
    let code = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.makeRandom()
    }
    let entry = try underRoot(shares, of: nil, session) { context, root throws(VaultError) in
      try context.invite(handle, as: .admin, code: code, by: root, sid: nil)
    }
    let text = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.text(of: code)
    }
    return Invitation(entry: entry, code: text)
  }

  /// Gives the role to who was invited to it and has enrolled; it is in force at once.
  ///
  /// - Throws: `noted` with `share`, `noSuchMember`, `nothingToDo`; `denied`.
  public func admitAdmin(
    _ handle: String, with shares: [BroughtShare], by session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let seq = try notingRoot(session) { session throws(VaultError) in
      let found = try leaver(handle)
      return try underRoot(shares, of: found, session) { context, root throws(VaultError) in
        guard let member = context.directory.roster.member(found.id), member.isNextAdmin
        else { throw .nothingToDo }
        return try context.addAdmin(member, handle: handle, by: root)
      }
    }
    return Receipt(entry: seq)
  }

  private func notingRoot<Value>(
    _ session: borrowing Session, _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try notingStaff(
      Act.recoveryRun, kind: Self.rootKind, for: .keepShare, role: .admin, session, body)
  }

  /// Runs a body with the root key that shares give.
  private func underRoot(
    _ shares: [BroughtShare], of member: RosterMember?, _ session: borrowing Session,
    _ body: (ActContext, borrowing SigningKey) throws(VaultError) -> Int
  ) throws(VaultError) -> Int {
    try notingRoot(session) { session throws(VaultError) in
      try withSeed(of: shares, for: .root, session) { session, seed throws(VaultError) in
        try act(as: session) { context throws(VaultError) -> Ruling<Int> in
          func fill(_ entry: inout Entry) {
            (entry.kind, entry.grole) = (Self.rootKind, Role.admin.rawValue)
            entry.subj = member?.actor
          }
          guard let own = context.role(for: .keepShare) else {
            return try context.refuse(Act.recoveryRun, .role, fill)
          }
          guard let root = try? SigningKey(seed: seed),
            root.publicKey == context.directory.roster.root
          else { throw VaultError.share(.otherSeed) }
          if let member, try context.invited(member) {
            return try context.refuse(Act.recoveryRun, .secondPerson, fill)
          }
          try context.append(Act.recoveryRun) { entry in
            fill(&entry)
            entry.role = own.rawValue
          }
          return .allowed(try body(context, root))
        }
      }
    }
  }
}

extension ActContext {
  /// Whether the asker is the trustee at whose keyboard root invited somebody: another one gives the role, where there
  /// is another.
  fileprivate func invited(_ member: RosterMember) throws(VaultError) -> Bool {
    guard member.invitedByRoot, directory.roster.holders(of: .trustee).count > 1 else {
      return false
    }
    // Their entry stands right before root's, in one transaction.
    let beside = try vault.ledger.provenEntry(member.invited - 1, in: tx)
    return beside.act == Act.recoveryRun && beside.kind == Vault.rootKind
      && directory.member(beside.actor) == asker.member
  }
}

extension RosterMember {
  /// Whether they were invited as an administrator, have enrolled, and were given nothing yet.
  fileprivate var isNextAdmin: Bool {
    suspended == nil && invitedAs == .admin && !hasHadRole
  }
}
