import AuditLog
import Sealing

/// Holds the members of what is restored against those of a later directory of the same vault, by a newer log or as the
/// client of who restores remembers it: a role that was taken opens as
/// much as a suspended member's keys, and a restore says of both who has them again.
struct StaffSince {
  let vault: Vault
  let roster: Roster
  let newer: NewerLog?
  let keyring: Keyring

  /// Of the members whom what is restored knows, by handle.
  ///
  /// - Parameter cases: how many each has again that were taken from them.
  func taken(_ cases: [MemberID: Int]) throws(VaultError) -> [TakenSince] {
    try vault.store.look { tx throws(VaultError) in
      var taken: [TakenSince] = []
      for member in vault.ledger.roster.members where member.suspended == nil {
        guard let later = roster.member(member.id) else { continue }
        let again = later.suspended == nil ? cases[MemberID(member.id)] : nil
        let all = lost(by: member, later) + (again.map { [.cases($0)] } ?? [])
        guard !all.isEmpty, let handle = try vault.handle(of: MemberID(member.id), keyring, tx)
        else { continue }
        taken += all.map { TakenSince(handle: handle, what: $0) }
      }
      return taken.sorted { $0.handle < $1.handle }
    }
  }

  private func lost(
    by member: RosterMember, _ later: RosterMember
  ) -> [TakenSince.What] {
    // Whoever is suspended again loses everything else with it.
    guard later.suspended == nil else {
      return [.membership(isCompromised: isCompromised(later))]
    }
    let kept = roles(of: later, in: roster)
    let gone = roles(of: member, in: vault.ledger.roster).filter { !kept.contains($0) }
    return gone.map { .role($0) } + (later.key == member.key ? [] : [.keys])
  }

  /// Of several, the client remembers the newest alone.
  private func isCompromised(_ member: RosterMember) -> Bool {
    newer?.isCompromised(member) == true || roster.compromised == member.suspended
  }

  /// Those in force, and those that a second person could still put in force.
  private func roles(of member: RosterMember, in roster: Roster) -> [Role] {
    let waiting = roster.waitingRoles.filter { roster.members[$0.member].id == member.id }
    return (member.roles.map(\.role) + waiting.map(\.role)).compactMap {
      Role(rawValue: $0.rawValue)
    }
  }
}
