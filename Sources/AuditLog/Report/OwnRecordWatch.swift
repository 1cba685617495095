import Sealing

/// Finds own-record loops: somebody whose right to a case goes back to themselves.
///
/// The design names them and does not say what they are. Taken here: a right that its holder gave to
/// themselves; two who gave each other the same case; and a case that one person opened, on which nobody
/// else ever acted, and which that person looked at again and again. In each nobody else ever had a
/// reason to ask why.
struct OwnRecordWatch: Sendable {
  private let least: Int
  /// Cases on which one person alone has acted so far. They leave with the second person.
  private var alone: [Identifier: ReportFinding] = [:]

  init(least: Int) { self.least = least }

  mutating func take(
    _ entry: Entry, _ rights: AccessRights, _ roster: Roster
  ) -> ReportFinding? {
    guard entry.out == .ok, let rec = entry.rec else { return nil }
    let actor = roster.member(entry.actor)?.id
    let subject = entry.subj.flatMap { roster.member($0)?.id }
    follow(entry, rec, isShared: subject != nil && subject != actor, roster)
    guard entry.act == Act.assignAdd || entry.act == Act.excerptGive, let actor, let subject else {
      return nil
    }
    if actor == subject { return ReportFinding(.selfGiven, entry) }
    return rights.isMutual(actor, subject, rec) ? ReportFinding(.mutual, entry) : nil
  }

  private mutating func follow(
    _ entry: Entry, _ rec: Identifier, isShared: Bool, _ roster: Roster
  ) {
    if entry.act == Act.recordCreate, !isShared {
      alone[rec] = ReportFinding(.alone, entry, count: 0)
      return
    }
    // Who restores a backup has looked at no case.
    guard let known = alone[rec]?.actor, !entry.isOfRestore, entry.act != Act.vaultRestore
    else { return }
    if isShared || roster.member(known)?.id != roster.member(entry.actor)?.id {
      alone[rec] = nil
    } else if entry.act == Act.fieldRead, let count = alone[rec]?.count {
      alone[rec]?.extend(by: entry, count: count + 1)
    }
  }

  mutating func finish() -> [ReportFinding] {
    defer { alone = [:] }
    return alone.values.filter { $0.count >= least }
  }
}
