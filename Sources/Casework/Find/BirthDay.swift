import Vault

/// Month and day of a birth, as far as they are known.
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

  /// The month, then the day if it is known.
  var terms: [SearchTerm] {
    let month = SearchKind.birthMonth.term([month])
    return day == 0 ? [month] : [month, SearchKind.birthDay.term([self.month, day])]
  }
}
