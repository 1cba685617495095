/// What of a clock's rule decides how a clock stands that nothing has ended: few numbers and no words, for a list asks
/// it of a hundred thousand clocks. Days are numbers too, from 1 January 1970.
struct ClockPace: Sendable {
  let unit: TimeLimit.Unit
  private let staysOpen: Bool
  private let warningDays: Int

  init(_ rule: ClockRule) {
    // A day to come back to that passed is still to be come back to; a right that was not used has gone.
    (unit, staysOpen, warningDays) = (rule.limit.unit, rule.kind != .window, rule.warningDays)
  }

  /// - Parameters:
  ///   - days: the last day as counted, and the one to which it moved.
  ///   - today: the day of `now`.
  func standing(
    since start: Moment, until end: Moment, _ days: (last: Int, moved: Int), at now: Moment,
    on today: Int
  ) -> CaseClock.Standing {
    if unit == .atOnce {
      guard now.seconds - start.seconds <= CaseClock.patience else { return .overdue }
      return days.moved < today ? .atOnce : .dueToday
    }
    if now >= end { return staysOpen ? .overdue : .met }
    if days.moved <= today { return .dueToday }
    // Told by the last day as counted: a weekend makes the limit later, and not the warning.
    return days.last - today <= warningDays ? .soon : .running
  }
}
