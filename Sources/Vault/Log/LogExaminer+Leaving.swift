import AuditLog
import Sealing

extension LogExaminer {
  /// The end of a member's roles: one entry for all cases that they had.
  func followLeaving(_ entry: Entry, _ directory: Directory) {
    guard let member = entry.subj.flatMap(directory.member) else { return }
    let ended = directory.roster.roles(endedBy: entry.seq).compactMap {
      Role(rawValue: $0.role.rawValue)
    }
    guard !ended.isEmpty else { return }
    let kept = directory.roles(of: member)
    let isStanding = ended.contains { $0.standingNumber != nil }
    editStated { last in
      guard last.destroyed == nil, !last.isErased else { return }
      let before = last.care
      last.care.removeAll { given in
        given.care.member == member && Departure.ends(given.care.role, ended: ended, kept: kept)
      }
      guard isStanding || last.care != before else { return }
      last.ended = entry.seq
      if let generation = entry.gen { last.row.follow(generation: generation) }
      // Only a suspension takes all that they had.
      if last.care.contains(where: { $0.care.member == member }) { return }
      last.row.follow(from: before, to: last.care, seq: entry.seq)
    }
  }
}
