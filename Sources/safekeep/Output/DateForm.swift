/// Dates as people write and read them here, and as they are stored: `17/05/2004` and `2004-05-17`,
/// each of which may be cut short to a month or a year.
enum DateForm {
  /// Why a date that was typed is not taken.
  enum Refusal: Error, Equatable {
    /// Not of any of the forms.
    case form
    /// `17/05/04`: nobody can say which century is meant, and an age hangs on it.
    case twoDigitYear
    /// A day or month that the calendar does not have.
    case calendar
  }

  /// `2004-05-17` as `17/05/2004`, `2004-05` as `05/2004`, `2004` as it is; anything else unchanged.
  static func forPeople(_ stored: String) -> String {
    let parts = stored.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy(isDigits) else { return stored }
    return parts.reversed().joined(separator: "/")
  }

  /// The stored form of what was typed: day first with `/`, or ISO 8601 with `-`.
  static func stored(_ typed: String) throws(Refusal) -> String {
    let isISO = typed.contains("-")
    let parts = typed.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy(isDigits) else { throw .form }
    let largeFirst = isISO ? Array(parts) : parts.reversed()
    guard largeFirst[0].count != 2 else { throw .twoDigitYear }
    guard largeFirst[0].count == 4, largeFirst.dropFirst().allSatisfy({ $0.count <= 2 }) else {
      throw .form
    }
    let numbers = largeFirst.compactMap { Int($0) }
    guard isInCalendar(numbers) else { throw .calendar }
    let small = numbers.dropFirst().map { $0 < 10 ? "0\($0)" : "\($0)" }
    return ([String(largeFirst[0])] + small).joined(separator: "-")
  }

  private static func isDigits(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Year, month, day, as many as there are, in the Gregorian calendar.
  private static func isInCalendar(_ numbers: [Int]) -> Bool {
    guard numbers[0] > 0 else { return false }
    guard numbers.count > 1 else { return true }
    guard (1...12).contains(numbers[1]) else { return false }
    return numbers.count < 3 || (1...days(of: numbers[1], in: numbers[0])).contains(numbers[2])
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
