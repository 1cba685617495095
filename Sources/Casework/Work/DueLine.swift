public import Vault

/// A line of what is due: a clock of a case, and how it stands.
public struct DueLine: Hashable, Sendable {
  public let caseCode: String
  public let item: DueItem
  /// The entry that waits for a second person, where the limit runs only once they agree.
  public var asked: Int?
  let shared: SharedRule?
  public let standing: CaseClock.Standing
  public let owner: MemberID?
  public internal(set) var ownerHandle: String?
  /// Whether it is told as it stood, though others wrote into the case since somebody counted.
  public internal(set) var isUncounted = false
  public let office: String?
  let id: CaseID?

  /// The rule, for its name, its citation and whether that was verified; nil where the adopted book no
  /// longer has it.
  public var rule: ClockRule? { shared?.rule }
}

extension DueItem {
  /// How the clock stands, as a list can tell it without opening the file; nil for one that has not begun or rests,
  /// or of a window that is over.
  func standing(_ rule: ClockRule?, at now: Moment) -> CaseClock.Standing? {
    standing(rule.map { ClockPace($0) }, at: now, on: now.dayNumberInVietnam)
  }

  /// - Parameter today: the day of `now`.
  func standing(_ pace: ClockPace?, at now: Moment, on today: Int) -> CaseClock.Standing? {
    guard !isResting, !isAwaited, start <= now else { return nil }
    guard let end, let lastDayNumber else { return .limitUnknown }
    guard let pace else { return now >= end ? .overdue : .running }
    let standing: CaseClock.Standing
    switch pace.unit {
    case .atOnce, .hour:
      let day = end.dayNumberInVietnam
      standing = pace.standing(
        since: start, until: end, (last: day, moved: day), at: now, on: today)
    default:
      // The day that ends at this moment, where it is midnight; else the day it lies in.
      let moved = Moment(seconds: end.seconds - 1).dayNumberInVietnam
      standing = pace.standing(
        since: start, until: Moment(endOfDay: moved), (last: lastDayNumber, moved: moved),
        at: now, on: today)
    }
    return standing.isOpen ? standing : nil
  }
}
