/// Who signs the leaf at hand: root, an invitation, or a member by place in ``Roster/members``.
enum RosterSigner: Equatable {
  case root
  case invitation(Int)
  case member(Int)

  /// The member, where it is one.
  var member: Int? {
    if case .member(let place) = self { place } else { nil }
  }
}

extension Roster {
  /// Root begins the vault and stands behind its first people; it does no daily work.
  private static let rootActs: Set<String> = [
    Act.keyRotate, Act.schemaSet, Act.rulesAdopt, Act.memberInvite, Act.roleAdd,
    Act.approvalGive,
  ]

  /// Who signs, where the key may sign this kind of entry at all.
  func admit(_ leaf: Leaf) throws(AuditLogError) -> RosterSigner {
    let entry = leaf.entry
    guard let signatory = signatories[entry.actor] else { throw .signer(.unknownKey) }
    guard signatory.keyID == leaf.keyID else { throw .signer(.keyID) }
    guard signatory.next == entry.aseq else { throw .chain(.aseq) }
    switch signatory.part {
    case .root:
      guard Self.rootActs.contains(entry.act) || entry.act.hasPrefix("vault.") else {
        throw .directory(.signerRole)
      }
      return .root
    case .invitation(let place):
      guard entry.act == Act.memberEnrol else { throw .signer(.notInForce) }
      return .invitation(place)
    case .coming, .former:
      throw .signer(.notInForce)
    case .member(let place):
      try admit(entry, by: members[place])
      return .member(place)
    }
  }

  /// A refusal may be signed by whoever was refused. Without a role one may unlock, and no more.
  private func admit(_ entry: Entry, by member: RosterMember) throws(AuditLogError) {
    guard entry.out != .denied else { return }
    guard member.suspended == nil else { throw .signer(.suspended) }
    guard
      !member.roles.isEmpty || entry.act.hasPrefix("auth.") || entry.act.hasPrefix("session.")
    else { throw .signer(.noRole) }
  }

  /// Whether the signer has one of these roles in force.
  func holds(_ signer: RosterSigner, _ roles: MemberRole...) -> Bool {
    guard let place = signer.member else { return false }
    return roles.contains { members[place].holds($0) }
  }

  /// The signer must have one of these roles in force.
  func require(_ signer: RosterSigner, _ roles: MemberRole...) throws(AuditLogError) {
    guard let place = signer.member, roles.contains(where: { members[place].holds($0) }) else {
      throw .directory(.signerRole)
    }
  }

  /// The place of the member that `subj` names by the key that signs now.
  func subject(_ entry: Entry) throws(AuditLogError) -> Int {
    guard let actor = entry.subj else { throw .directory(.missingKey) }
    guard case .member(let place) = signatories[actor]?.part else {
      throw .directory(.memberUnknown)
    }
    return place
  }

  /// The role that `grole` names.
  func namedRole(_ entry: Entry) throws(AuditLogError) -> MemberRole {
    guard let name = entry.grole else { throw .directory(.missingKey) }
    guard let role = MemberRole(rawValue: name) else { throw .directory(.roleUnknown) }
    return role
  }
}
