import CLinux

/// A moment in milliseconds since 1970-01-01T00:00Z, and its two faces: the form for people and the
/// form of RFC 3339.
struct WallTime: Equatable, Sendable {
  let milliseconds: Int

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// `22/11/2026 14:05`, on the clock of this machine: the form of Vietnamese offices.
  var forPeople: String {
    let clock = clinux_local(seconds)
    return "\(two(clock.day))/\(two(clock.month))/\(four(clock.year))"
      + " \(two(clock.hour)):\(two(clock.minute))"
  }

  /// The same on the clock of Viet Nam, UTC+7 all year, whatever the machine's: reports that speak of
  /// nights and of days must show the clock that they were counted by.
  var inVietnam: String {
    let moved = WallTime(milliseconds: milliseconds + 7 * 3_600_000)
    let clock = clinux_universal(moved.seconds)
    return "\(two(clock.day))/\(two(clock.month))/\(four(clock.year))"
      + " \(two(clock.hour)):\(two(clock.minute))"
  }

  /// `2026-11-22T07:05:09Z`: always UTC, so that two outputs can be compared as text.
  var rfc3339: String {
    let clock = clinux_universal(seconds)
    return "\(four(clock.year))-\(two(clock.month))-\(two(clock.day))"
      + "T\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second))Z"
  }

  /// Rounded down, also before 1970: a time is never shown before it came.
  private var seconds: Int64 {
    Int64(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
  }

  private func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private func four(_ value: Int32) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
