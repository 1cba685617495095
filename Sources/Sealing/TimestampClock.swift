/// The time of a token: `YYYYMMDDhhmmss[.s…]Z`, always UTC (RFC 3161, section 2.4.2).
enum TimestampClock {
  /// UTC milliseconds since 1970; parts below are cut off. Nil where it is no such time.
  static func milliseconds(of text: [UInt8]) -> Int? {
    guard text.count >= 15, text.last == 0x5a else { return nil }
    let fields = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { number(text[$0]) }
    let numbers = fields.compactMap { $0 }
    guard numbers.count == fields.count, let rest = fraction(text[14..<text.count - 1]),
      let days = days(year: numbers[0], month: numbers[1], day: numbers[2]),
      numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
    else { return nil }
    let seconds = ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
    return seconds * 1_000 + rest
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Milliseconds of `.s…`, of nothing 0.
  private static func fraction(_ text: ArraySlice<UInt8>) -> Int? {
    guard let point = text.first else { return 0 }
    let digits = text.dropFirst()
    guard point == 0x2e, (1...18).contains(digits.count), number(digits) != nil else { return nil }
    return number(digits.prefix(3) + Array(repeating: 0x30, count: max(0, 3 - digits.count)))
  }

  /// Days since 1970-01-01 of a day of the Gregorian calendar that exists, from 1970 on.
  private static func days(year: Int, month: Int, day: Int) -> Int? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1_970, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
      return nil
    }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400 - 477
    return (year - 1_970) * 365 + leapDays + lengths[..<(month - 1)].reduce(0, +) + day - 1
  }
}
