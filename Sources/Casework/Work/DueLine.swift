public import Vault

/// A line of what is due: a clock of a case, and how it stands.
public struct DueLine: Hashable, Sendable {
  public let caseCode: String
  public let item: DueItem
  /// The rule, for its name, its citation and whether that was verified; nil where the adopted book no
  /// longer has it.
  public let rule: ClockRule?
  public let standing: CaseClock.Standing
  public let owner: MemberID?
  public internal(set) var ownerHandle: String?
  public let office: String?
  let id: CaseID?
}

extension DueItem {
  /// How the clock stands, as a list can tell it without opening the file; nil for one that has not begun,
  /// or of a reminder whose day is over.
  func standing(_ rule: ClockRule?, at now: Moment) -> CaseClock.Standing? {
    guard start <= now else { return nil }
    guard let end, let lastDay else { return .limitUnknown }
    let deadline = Deadline(last: lastDay, moved: end.lastDayInVietnam, isCalendarKnown: true)
    guard let rule else { return now >= end ? .overdue : .running }
    let clock = CaseClock(
      rule: rule, extended: [], record: record, start: start,
      deadline: rule.limit.unit == .atOnce || rule.limit.unit == .hour
        ? Deadline(moment: end) : deadline, end: nil)
    let standing = clock.standing(at: now)
    return standing.isOpen ? standing : nil
  }
}

extension Moment {
  /// The day that ends at this moment, where it is midnight; else the day it lies in.
  fileprivate var lastDayInVietnam: CalendarDay { Moment(seconds: seconds - 1).dayInVietnam }
}
