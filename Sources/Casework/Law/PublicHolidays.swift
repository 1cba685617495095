/// The public holidays of the Labour Code (45/2019/QH14 Art. 112(1)). Which days beside them are off is decided year by
/// year; they themselves are, whoever exchanges what for which Saturday.
enum PublicHolidays {
  /// New Year, Victory Day, Labour Day, National Day, as month and day.
  static let fixed = [101, 430, 501, 902]

  /// The first day of the lunar year and the Hung Kings' day, the tenth of the third lunar month, as month and day. By
  /// the calendar of Viet Nam: new moons and the sun's longitude at UTC+7 (Decision 121-CP of 8 August 1967).
  private static let lunar: [Int: (newYear: Int, kings: Int)] = [
    2025: (129, 407),
    2026: (217, 426),
    2027: (206, 416),
    2028: (126, 404),
    2029: (213, 423),
    2030: (202, 412),
    2031: (123, 401),
    2032: (211, 419),
    2033: (131, 409),
    2034: (219, 428),
    2035: (208, 417),
    2036: (128, 406),
    2037: (215, 424),
    2038: (204, 413),
    2039: (124, 403),
    2040: (212, 420),
    2041: (201, 410),
    2042: (122, 429),
    2043: (210, 419),
    2044: (130, 407),
    2045: (217, 426),
    2046: (206, 415),
    2047: (126, 404),
    2048: (214, 422),
    2049: (202, 411),
    2050: (123, 401),
    2051: (211, 420),
    2052: (201, 409),
    2053: (218, 428),
    2054: (208, 417),
    2055: (128, 406),
    2056: (215, 424),
    2057: (204, 413),
    2058: (124, 402),
    2059: (212, 421),
    2060: (202, 410),
  ]

  static var lunarYears: [Int] { lunar.keys.sorted() }

  /// Whether the law itself makes the day a holiday. Of the five days of Tết those that are in each way of choosing
  /// them: the last of the old year and the first three of the new.
  static func contains(_ day: CalendarDay) -> Bool {
    if fixed.contains(number(day)) { return true }
    guard let year = lunar[day.year] else { return false }
    return number(day) == year.kings
      || (-2...1).contains { number(day.adding(days: $0)) == year.newYear }
  }

  private static func number(_ day: CalendarDay) -> Int { day.month * 100 + day.day }
}
