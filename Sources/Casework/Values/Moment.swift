/// A point in time with the offset in which it was written down: RFC 3339, to the minute or to the
/// second. Two moments are equal when they are the same instant.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00Z.
  public let seconds: Int64
  /// Minutes east of UTC of the place where it was written.
  public let offset: Int

  /// Viet Nam keeps one offset all year.
  public static let vietnamOffset = 7 * 60

  public init(seconds: Int64, offset: Int = Moment.vietnamOffset) {
    self.seconds = seconds
    self.offset = offset
  }

  /// Reads `2026-05-24T07:25+07:00`, with seconds or without, `Z` for the offset; and the local form
  /// `24/05/2026 07:25` (or `7:25`), taken as Viet Nam's time.
  /// - Throws: `.value` with `notAMoment`, or what `PartialDate` says of the day.
  public init(_ text: String) throws(CaseworkError) {
    let bytes = text.utf8[...]
    guard let mark = bytes.firstIndex(where: { $0 == Self.letterT || $0 == Self.space }) else {
      throw .value(.notAMoment)
    }
    let date = bytes[..<mark]
    let isLocal = date.contains(UInt8(ascii: "/"))
    guard let day = try Self.date(date).exactDay, isLocal == (bytes[mark] == Self.space) else {
      throw .value(.notAMoment)
    }
    var clock = bytes[bytes.index(after: mark)...]
    let offset = isLocal ? Self.vietnamOffset : Self.takeOffset(&clock)
    guard let offset, let time = Self.clock(clock, isLocal: isLocal) else {
      throw .value(.notAMoment)
    }
    self.init(seconds: Int64(day.number) * 86_400 + time - Int64(offset) * 60, offset: offset)
  }

  private static let letterT = UInt8(ascii: "T")
  private static let space = UInt8(ascii: " ")

  /// The day at the place where it was written: what a paper would say.
  public var day: CalendarDay { CalendarDay(number: dayNumber) }

  /// The same in days since 1 January 1970.
  var dayNumber: Int { Int(localSeconds.floorDivided(by: 86_400)) }

  /// RFC 3339, to the minute where the seconds are zero.
  public var text: String {
    let time = localSeconds - localSeconds.floorDivided(by: 86_400) * 86_400
    var text = day.text + "T" + Self.pair(time / 3600) + ":" + Self.pair(time % 3600 / 60)
    if time % 60 != 0 { text += ":" + Self.pair(time % 60) }
    let minutes = Int64(abs(offset))
    return text + (offset < 0 ? "-" : "+") + Self.pair(minutes / 60) + ":" + Self.pair(minutes % 60)
  }

  /// Whether it lies before the minute of another: people write minutes, and what the program writes has
  /// seconds, so that told at 9:05 is not before withdrawn at 9:05:30.
  func isBeforeMinute(of other: Moment) -> Bool {
    seconds.floorDivided(by: 60) < other.seconds.floorDivided(by: 60)
  }

  public static func == (left: Self, right: Self) -> Bool { left.seconds == right.seconds }
  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
  public func hash(into hasher: inout Hasher) { hasher.combine(seconds) }

  private var localSeconds: Int64 { seconds + Int64(offset) * 60 }

  // MARK: Reading

  /// A word that is no date at all is no moment either; an impossible day keeps its own name.
  private static func date(_ text: Substring.UTF8View) throws(CaseworkError) -> PartialDate {
    do { return try PartialDate(text) } catch .value(.notADate) {
      throw .value(.notAMoment)
    } catch { throw error }
  }

  private static let plus = UInt8(ascii: "+")
  private static let minus = UInt8(ascii: "-")

  /// Takes `Z` or `+07:00` off the end. RFC 3339 gives no offset beyond 23:59.
  private static func takeOffset(_ clock: inout Substring.UTF8View) -> Int? {
    if clock.last == UInt8(ascii: "Z") {
      clock.removeLast()
      return 0
    }
    let tail = clock.suffix(6)
    guard let sign = tail.first, sign == plus || sign == minus else { return nil }
    guard let parts = pairs(tail.dropFirst()), parts.count == 2, parts[0] < 24, parts[1] < 60
    else { return nil }
    clock.removeLast(6)
    return (sign == minus ? -1 : 1) * (parts[0] * 60 + parts[1])
  }

  /// Seconds into the day of `07:25` or `07:25:30`. No leap second: the law counts in days.
  ///
  /// - Parameter isLocal: then the hour may have one digit, as spreadsheets and people write it.
  private static func clock(_ text: Substring.UTF8View, isLocal: Bool) -> Int64? {
    guard let parts = pairs(text, isShortFirst: isLocal), parts.count == 2 || parts.count == 3
    else { return nil }
    guard parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return Int64(parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0))
  }

  private static func pairs(
    _ text: Substring.UTF8View, isShortFirst: Bool = false
  ) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      let isShort = isShortFirst && numbers.isEmpty && part.count == 1
      guard part.count == 2 || isShort, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return numbers
  }

  private static func pair(_ number: Int64) -> String { PartialDate.padded(Int(number), 2) }
}

extension Int64 {
  /// Rounds towards the past, also before 1970.
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
