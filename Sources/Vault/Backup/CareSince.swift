import AuditLog
import Sealing

/// Whose access to single cases was ended after a backup, by the entries of a newer log: in what is restored they have
/// it again. Who was suspended, or lost the role, is told with that (`StaffSince`).
struct CareSince {
  /// `assign.add` and `assign.remove` after the backup, by the pseudonym of the case, in order.
  private var changes: [Identifier: [Entry]] = [:]

  mutating func note(_ entry: Entry) {
    guard entry.act == Act.assignAdd || entry.act == Act.assignRemove, let rec = entry.rec
    else { return }
    changes[rec, default: []].append(entry)
  }

  /// Of those who had a case those who do not at the end of the newer log.
  ///
  /// - Parameter roster: as it is there.
  func ended(_ rec: Identifier, of before: [Care], _ roster: Roster) -> Set<MemberID> {
    guard let changes = changes[rec] else { return [] }
    var care = before
    for entry in changes {
      guard let member = entry.subj.flatMap(roster.member).map({ MemberID($0.id) })
      else { continue }
      if entry.act == Act.assignAdd {
        give(entry, to: member, &care)
      } else {
        care.removeAll { $0.member == member }
      }
    }
    let lost = Set(before.map(\.member)).subtracting(care.map(\.member))
    return lost.filter { roster.member($0.identifier)?.suspended == nil }
  }

  /// The hand-over ends the access of who opened the case, another owner that of the one before (`CaseAssigner`).
  private func give(_ entry: Entry, to member: MemberID, _ care: inout [Care]) {
    guard let role = entry.grole.flatMap(Role.init(rawValue:)) else { return }
    let given = Care(
      member: member, role: role, relation: entry.kind == "owner" ? .owner : .assigned)
    if role == .socialWorker {
      care.removeAll { $0.relation == .opener || $0.relation == .openerOfMinor }
      if given.relation == .owner { care.removeAll { $0.relation == .owner } }
    }
    care.append(given)
  }
}
