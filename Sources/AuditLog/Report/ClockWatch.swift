import Sealing

/// Follows the clock and the people by it: steps back, jumps ahead, and who signs nothing any more.
struct ClockWatch: Sendable {
  private let rules: ReportRules
  private var before: Int?
  /// The last entry of each member.
  private var newest: [Identifier: ReportFinding] = [:]

  init(_ rules: ReportRules) { self.rules = rules }

  mutating func take(_ entry: Entry, _ roster: Roster) -> ReportFinding? {
    // An enrolment is signed by the invitation: the member is its subject.
    let actor = entry.act == Act.memberEnrol ? entry.subj : entry.actor
    if let member = actor.flatMap({ roster.member($0) }) {
      newest[member.id] = ReportFinding(.silent, entry)
    }
    defer { before = entry.t }
    guard let before else { return nil }
    let isBack = entry.act == Act.clockStep && entry.t < before
    guard isBack || entry.t - before > rules.jump * ReportRules.day else { return nil }
    var found = ReportFinding(isBack ? .clockStep : .clockJump, entry)
    found.rec = nil
    (found.from, found.count) = (before, abs(entry.t - before) / 1000)
    return found
  }

  /// The members with a role who signed nothing for so many days before the end of the log.
  func finish(_ roster: Roster) -> [ReportFinding] {
    let end = before ?? 0
    return roster.members.filter { !$0.roles.isEmpty && $0.suspended == nil }.compactMap { member in
      guard var found = newest[member.id], end - found.to > rules.silence * ReportRules.day else {
        return nil
      }
      (found.actor, found.rec) = (member.actor, nil)
      // The silence lasts to the end of the log.
      (found.count, found.to) = ((end - found.from) / ReportRules.day, end)
      return found
    }
  }
}
