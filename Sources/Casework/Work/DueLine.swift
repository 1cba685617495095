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
  let id: CaseID
}

/// What is due, soonest first.
public struct DueList: Hashable, Sendable {
  public let lines: [DueLine]
  /// Cases whose row did not open although the log is sound; each is an entry of its own.
  public let unopened: Int
  /// The entry of the log that says that somebody looked.
  public let entry: Int
  /// How many clocks were put into the log as overdue by this command.
  public let noted: Int
}

/// Which clocks are asked for.
public struct DueScope: Sendable {
  /// Only cases that this member answers for.
  public var isMine = false
  /// Only cases of this receiving unit.
  public var office: String?
  /// Only clocks that are overdue, due today or soon.
  public var isPressing = false

  public init() {}
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
