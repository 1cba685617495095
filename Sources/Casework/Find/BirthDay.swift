/// Month and day of a birth, as far as they are known. The index has the year alone; the rows of one register are
/// held against each other by more.
struct BirthDay: Hashable, Sendable {
  private let month: UInt8
  /// 0 where only the month is known.
  private let day: UInt8

  /// - Parameter date: as it is stored. Nil where it says no more than the year: papers have the first of January for
  ///   whoever knows no day.
  init?(_ date: String) {
    let parts = date.split(separator: "-").map { UInt8($0) ?? 0 }
    guard parts.count > 1, parts[1] > 0 else { return nil }
    (month, day) = (parts[1], parts.count > 2 ? parts[2] : 0)
    if month == 1 && day == 1 { return nil }
  }

  /// How much rarer this is among others of the same year, or more common.
  func factor(_ other: BirthDay) -> Double {
    guard month == other.month else { return 8 }
    guard day > 0, other.day > 0 else { return 0.1 }
    return day == other.day ? 0.01 : 4
  }
}
