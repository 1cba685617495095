import Vault

/// Who counts as under 18. Unknown age does: a child taken for a grown-up is the worse mistake.
enum Majority {
  static let years = 18

  /// - Parameter birth: the field `person.birth_date`, in whatever state.
  static func isMinor(_ birth: FieldValue?, on day: CalendarDay) -> Bool {
    guard let youngest = self.birth(birth)?.latest else { return true }
    return youngest.adding(months: years * 12) > day
  }

  /// Where a law says *child* and nothing else (Law on Children 102/2016 Art. 1); unknown age is one here too.
  static func isChild(_ birth: FieldValue?, on day: CalendarDay) -> Bool {
    guard let youngest = self.birth(birth)?.latest else { return true }
    return youngest.adding(months: 16 * 12) > day
  }

  /// Whether they may have reached an age; of whom nobody knows it, that is so.
  static func mayBe(_ years: Int, _ birth: FieldValue?, on day: CalendarDay) -> Bool {
    guard let oldest = self.birth(birth)?.earliest else { return true }
    return oldest.adding(months: years * 12) <= day
  }

  static func birth(_ value: FieldValue?) -> PartialDate? {
    guard case .date(let text) = value else { return nil }
    return try? PartialDate(text)
  }
}
