import AuditLog

/// A role that too few people would be left with.
public struct Vacancy: Hashable, Sendable {
  public let role: Role
  /// How many would still have it.
  public let left: Int

  /// How many it takes for what the role is there for. What one lead, duty officer or trustee asks for another gives:
  /// of these it takes two. What intake does others do too, and who is shared with is of another office.
  static func needed(_ role: Role) -> Int {
    switch role {
    case .lead, .duty, .trustee: 2
    case .intake, .police, .legalAid: 0
    default: 1
    }
  }
}

extension Vault {
  /// Which roles would have too few people left without a member, or without one role of theirs: to be asked
  /// about before it is done. What nobody could put right again is refused by the act itself.
  ///
  /// - Throws: `noSuchMember`.
  public func vacancies(
    after handle: String, ending role: Role? = nil
  ) throws(VaultError) -> [Vacancy] {
    let found = try leaver(handle)
    let ended = ledger.directory.roles(of: MemberID(found.id)).filter { role == nil || role == $0 }
    return ended.compactMap { ended in
      let left = holders(of: ended, without: found).count
      return left < Vacancy.needed(ended) ? Vacancy(role: ended, left: left) : nil
    }
  }

  private func holders(of role: Role, without member: RosterMember) -> [RosterMember] {
    let role = MemberRole(rawValue: role.rawValue)
    return ledger.roster.members.filter { other in
      other.id != member.id && (role.map(other.holds) ?? false)
    }
  }
}
