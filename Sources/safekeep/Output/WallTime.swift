import CLinux

/// A moment in milliseconds since 1970-01-01T00:00Z, and its two faces: the form for people and the
/// form of RFC 3339.
struct WallTime: Equatable, Sendable {
  /// Minutes east of UTC of the days that the law counts. Viet Nam keeps one offset all year.
  static let vietnam = 7 * 60

  let milliseconds: Int
  /// Minutes east of UTC in which it was written down; 0 for what this program itself notes.
  let offset: Int

  init(milliseconds: Int, offset: Int = 0) {
    self.milliseconds = milliseconds
    self.offset = offset
  }

  /// `22/11/2026 14:05`, the form of Vietnamese offices, on the clock of Viet Nam: what is typed
  /// without an offset is read so, and a machine that was set up elsewhere must not show another day.
  var forPeople: String {
    let clock = clock(Self.vietnam)
    return "\(two(clock.day))/\(two(clock.month))/\(four(clock.year))"
      + " \(two(clock.hour)):\(two(clock.minute))"
  }

  /// The end of a limit: one that ends with a day ends at 24:00 of that day (Civil Code 91/2015/QH13 Art.
  /// 148(6)), and 00:00 of the next would be read as a day more.
  var limitForPeople: String {
    let clock = clock(Self.vietnam)
    guard clock.hour == 0, clock.minute == 0, clock.second == 0 else { return forPeople }
    let day = WallTime(milliseconds: milliseconds - 1000).forPeople.prefix(10)
    return "24:00 \(day)"
  }

  /// The same with its second, for what bounds something.
  var exactForPeople: String { forPeople + ":" + two(clock(Self.vietnam).second) }

  /// `2026-11-22T14:05:09+07:00` with the offset in which it was given; `…T07:05:09Z` for entries of
  /// the log, so that two outputs can be compared as text.
  var rfc3339: String {
    let clock = clock(offset)
    // One text from its bytes, not joined from twelve: a long list has a hundred thousand of them.
    var text = Array(four(clock.year).utf8)
    text.reserveCapacity(25)
    Self.put("-", clock.month, to: &text)
    Self.put("-", clock.day, to: &text)
    Self.put("T", clock.hour, to: &text)
    Self.put(":", clock.minute, to: &text)
    Self.put(":", clock.second, to: &text)
    if offset == 0 {
      text.append(UInt8(ascii: "Z"))
    } else {
      let minutes = Int32(abs(offset))
      Self.put(offset < 0 ? "-" : "+", minutes / 60, to: &text)
      Self.put(":", minutes % 60, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func put(_ mark: Unicode.Scalar, _ value: Int32, to text: inout [UInt8]) {
    let digits = UInt8(truncatingIfNeeded: value)
    text.append(UInt8(ascii: mark))
    text.append(0x30 + digits / 10)
    text.append(0x30 + digits % 10)
  }

  private func clock(_ offset: Int) -> clinux_clock {
    clinux_universal(seconds + Int64(offset) * 60)
  }

  /// Rounded down, also before 1970: a time is never shown before it came.
  private var seconds: Int64 {
    Int64(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
  }

  private func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private func four(_ value: Int32) -> String {
    let digits = String(value)
    guard digits.utf8.count < 4 else { return digits }
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
