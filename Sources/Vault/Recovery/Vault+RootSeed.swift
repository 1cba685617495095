import AuditLog
import Sealing

/// Two shares of the root seed make an administrator, where none is left who could invite another; or an auditor, while a
/// vault that was put back waits for one's word: root invites them, and gives them the role once they have enrolled. The
/// seed is gone when the call returns.
///
/// At the keyboard sits a trustee, each time another one. What root signs stands behind an entry of theirs, in the same
/// transaction.
extension Vault {
  /// `kind` of that entry: with one it is no recovery of a standing role (Format.md, "By root's word").
  static let rootKind = "root"

  /// The fingerprint of somebody who was invited to a role and has enrolled, to be compared in person; nil of a handle
  /// that root is to invite.
  ///
  /// - Throws: `denied` for who keeps no share; `noted` with `handleTaken`, or `roleNotGiven` of an auditor for whom
  ///   nothing waits.
  public func fingerprint(
    ofNewcomer handle: String, as role: Role = .admin, by session: borrowing Session
  ) throws(VaultError) -> String? {
    try notingRoot(role, session) { session throws(VaultError) in
      guard try may(.keepShare, as: session) else { throw VaultError.nothingToDo }
      guard isWanted(role) else { throw VaultError.roleNotGiven }
      guard let found = try? leaver(handle), found.suspended == nil else { return nil }
      guard found.waits(toBe: role) else { throw VaultError.handleTaken }
      return Fingerprint(found.key).text
    }
  }

  /// Invites somebody to it.
  ///
  /// - Throws: `noted` with `share`, `handleTaken`, `roleNotGiven`; `denied`.
  public func inviteByRoot(
    _ handle: String, as role: Role = .admin, with shares: [BroughtShare],
    by session: borrowing Session
  ) throws(VaultError) -> Invitation {
    guard Handle.isWellFormed(handle) else { throw .handleForm }
    let code = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.makeRandom()
    }
    let entry = try underRoot(shares, role, of: nil, session) {
      context, root throws(VaultError) in
      try context.invite(handle, as: role, code: code, by: root, sid: nil)
    }
    let text = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.text(of: code)
    }
    return Invitation(entry: entry, code: text)
  }

  /// Gives the role to who was invited to it and has enrolled; it is in force at once.
  ///
  /// - Throws: `noted` with `share`, `noSuchMember`, `nothingToDo`, `roleNotGiven`; `denied`.
  public func admitByRoot(
    _ handle: String, as role: Role = .admin, with shares: [BroughtShare],
    by session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let seq = try notingRoot(role, session) { session throws(VaultError) in
      let found = try leaver(handle)
      return try underRoot(shares, role, of: found, session) { context, root throws(VaultError) in
        guard let member = context.directory.roster.member(found.id), member.waits(toBe: role)
        else { throw .nothingToDo }
        return try context.add(role, to: member, handle: handle, by: root)
      }
    }
    return Receipt(entry: seq)
  }

  /// An auditor only while somebody's word is wanted that nobody else can give. What was asked before an acceptance that
  /// was given is wanted no more.
  private func isWanted(_ role: Role) -> Bool {
    let given = ledger.roster.acceptances.map(\.seq).max() ?? -1
    return role == .admin
      || role == .auditor && ledger.roster.waitingAcceptances.contains { $0.seq > given }
  }

  private func notingRoot<Value>(
    _ role: Role, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try notingStaff(
      Act.recoveryRun, kind: Self.rootKind, for: .keepShare, role: role, session, body)
  }

  /// The same for a role. Who remembers more than a vault that was put back has is let in to bring in its auditor, and for
  /// nothing else.
  private func underRoot(
    _ shares: [BroughtShare], _ role: Role, of member: RosterMember?, _ session: borrowing Session,
    _ body: (ActContext, borrowing SigningKey) throws(VaultError) -> Int
  ) throws(VaultError) -> Int {
    isAccepting = role == .auditor
    defer { isAccepting = false }
    return try notingRoot(role, session) { session throws(VaultError) in
      try underRoot(
        shares, session,
        fill: { ($0.grole, $0.subj) = (role.rawValue, member?.actor) },
        unless: { context throws(VaultError) in
          try context.mayMake(member, as: role) ? nil : .secondPerson
        }
      ) { context, root throws(VaultError) in
        guard isWanted(role) else { throw .roleNotGiven }
        return try body(context, root)
      }
    }
  }

  /// Runs a body with the root key that shares give. What root signs in it comes right behind the trustee's entry.
  ///
  /// - Parameter unless: why it is refused all the same.
  func underRoot<Value>(
    _ shares: [BroughtShare], _ session: borrowing Session,
    fill: (inout Entry) -> Void = { _ in },
    unless: (ActContext) throws(VaultError) -> Refusal? = { _ in nil },
    _ body: (ActContext, borrowing SigningKey) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try withSeed(of: shares, for: .root, session) { session, seed throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Value> in
        let own = context.role(for: .keepShare)
        var why: Refusal? = own == nil ? .role : nil
        guard let root = try? SigningKey(seed: seed),
          why != nil || root.publicKey == context.directory.roster.root
        else { throw VaultError.share(.otherSeed) }
        if why == nil { why = try unless(context) }
        if let why {
          return try context.refuse(Act.recoveryRun, why) { entry in
            entry.kind = Self.rootKind
            fill(&entry)
          }
        }
        try context.append(Act.recoveryRun) { entry in
          (entry.kind, entry.role) = (Self.rootKind, own?.rawValue)
          fill(&entry)
        }
        return .allowed(try body(context, root))
      }
    }
  }
}

extension ActContext {
  /// Whether the asker may have root invite somebody to a role (nil), or give it to them: that takes another trustee than
  /// the one at whose keyboard root invited them, where there is another.
  ///
  /// Who asks for what an auditor is to give never makes that auditor, also as the only trustee: who restores chooses the
  /// backup, and with it who the trustees are.
  fileprivate func mayMake(_ member: RosterMember?, as role: Role) throws(VaultError) -> Bool {
    let roster = directory.roster
    let isAlone = roster.holders(of: .trustee).count <= 1
    let isAsker = roster.waitingAcceptances.contains {
      roster.asker(of: $0).id == asker.member.identifier
    }
    if role == .auditor, isAsker, isAlone || member != nil { return false }
    guard let member, !isAlone else { return true }
    let isInviter = try invited(member)
    return !isInviter
  }

  private func invited(_ member: RosterMember) throws(VaultError) -> Bool {
    guard member.invitedByRoot else { return false }
    // Their entry stands right before root's, in one transaction.
    let beside = try vault.ledger.provenEntry(member.invited - 1, in: tx)
    return beside.act == Act.recoveryRun && beside.kind == Vault.rootKind
      && directory.member(beside.actor) == asker.member
  }
}

extension RosterMember {
  /// Whether they were invited to a role, have enrolled, and were given nothing yet.
  fileprivate func waits(toBe role: Role) -> Bool {
    suspended == nil && invitedAs.rawValue == role.rawValue && !hasHadRole
  }
}
