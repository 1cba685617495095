import AuditLog

/// Who cares for a case, as one entry of the log gives it. The table of assignments is a cache of
/// this, for the gate and for the examiner alike.
struct Care: Hashable {
  var member: MemberID
  var role: Role
  var relation: Relation

  /// What an entry gives, if whoever signed it may give it; nothing for any other entry.
  static func given(by entry: Entry, _ directory: Directory) -> [Care] {
    guard entry.out == .ok else { return [] }
    return switch entry.act {
    case Act.assignAdd: assigned(entry, directory).map { [$0] } ?? []
    case Act.recordCreate: opener(entry, directory) + firstOwner(entry, directory)
    default: []
    }
  }

  /// A lead assigns; health staff are assigned by a duty officer.
  private static func assigned(_ entry: Entry, _ directory: Directory) -> Care? {
    guard let role = entry.grole.flatMap(Role.init(rawValue:)),
      let member = entry.subj.flatMap(directory.member),
      directory.hasHeld(role == .healthStaff ? .duty : .lead, entry.actor)
    else { return nil }
    return Care(
      member: member, role: role, relation: entry.kind == "owner" ? .owner : .assigned)
  }

  private static func opener(_ entry: Entry, _ directory: Directory) -> [Care] {
    guard let role = entry.role.flatMap(Role.init(rawValue:)),
      let member = directory.member(entry.actor), directory.hasHeld(role, entry.actor)
    else { return [] }
    return switch role {
    case .intake: [Care(member: member, role: role, relation: .opener)]
    case .socialWorker: [Care(member: member, role: role, relation: .owner)]
    default: []
    }
  }

  /// Whom the opener named in the same act.
  private static func firstOwner(_ entry: Entry, _ directory: Directory) -> [Care] {
    guard let actor = entry.subj, let member = directory.member(actor),
      directory.hasHeld(.socialWorker, actor)
    else { return [] }
    return [Care(member: member, role: .socialWorker, relation: .owner)]
  }
}
