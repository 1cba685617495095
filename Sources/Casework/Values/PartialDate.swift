/// A date of which the day, or the month too, may be unknown: many people know the year alone.
public struct PartialDate: Hashable, Sendable {
  public let year: Int
  public let month: Int?
  /// Never known without the month.
  public let day: Int?

  public init(_ day: CalendarDay) {
    year = day.year
    month = day.month
    self.day = day.day
  }

  /// Reads `2004`, `2004-05`, `2004-05-17`, and as people here write it `05/2004`, `17/05/2004`
  /// (`7/5/2004` as well). Two digits are never a year, in either order.
  /// - Throws: `.value` with `notADate`, `twoDigitYear` or `impossibleDate`.
  public init(_ text: String) throws(CaseworkError) {
    try self.init(text.utf8[...])
  }

  /// Works on bytes: a register has two dates a row, and characters are slow to tell apart.
  init(_ text: Substring.UTF8View) throws(CaseworkError) {
    let isLocal = text.contains(UInt8(ascii: "/"))
    let mark = UInt8(ascii: isLocal ? "/" : "-")
    var parts = text.split(separator: mark, omittingEmptySubsequences: false)
    if isLocal { parts.reverse() }
    guard (1...3).contains(parts.count) else { throw .value(.notADate) }
    var numbers: [Int] = []
    for part in parts { numbers.append(try Self.number(part)) }
    guard parts[0].count == 4 else {
      let areAllShort = parts.count > 1 && parts.allSatisfy { $0.count <= 2 }
      throw .value(areAllShort ? .twoDigitYear : .notADate)
    }
    guard parts.dropFirst().allSatisfy({ $0.count == 2 || (isLocal && $0.count == 1) })
    else { throw .value(.notADate) }
    try self.init(numbers)
  }

  private static func number(_ part: Substring.UTF8View) throws(CaseworkError) -> Int {
    guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .value(.notADate) }
    return part.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// From year, then month, then day, as far as known.
  private init(_ parts: [Int]) throws(CaseworkError) {
    year = parts[0]
    month = parts.count > 1 ? parts[1] : nil
    day = parts.count > 2 ? parts[2] : nil
    guard CalendarDay(year: year, month: month ?? 1, day: day ?? 1) != nil else {
      throw .value(.impossibleDate)
    }
  }

  /// RFC 3339 full date, cut short where less is known.
  public var text: String {
    var text = Self.padded(year, 4)
    if let month { text += "-" + Self.padded(month, 2) }
    if let day { text += "-" + Self.padded(day, 2) }
    return text
  }

  /// The first day it can mean.
  public var earliest: CalendarDay {
    CalendarDay(year: year, month: month ?? 1, day: day ?? 1) ?? CalendarDay(number: 0)
  }

  /// The last day it can mean.
  public var latest: CalendarDay {
    let month = month ?? 12
    let day = day ?? CalendarDay.length(ofMonth: month, in: year)
    return CalendarDay(year: year, month: month, day: day) ?? earliest
  }

  /// The day, where it is known.
  public var exactDay: CalendarDay? { day == nil ? nil : earliest }

  /// True only where no reading of the unknown parts could make it false.
  public func isCertainlyAfter(_ other: PartialDate) -> Bool { earliest > other.latest }

  /// True only where no reading of the unknown parts could make it false.
  public func isCertainlyBefore(_ other: PartialDate) -> Bool { latest < other.earliest }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count < width else { return digits }
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
