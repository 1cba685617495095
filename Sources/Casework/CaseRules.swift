/// Under which rules a case is held: the rows that were in force on a day, as the book has them that the vault
/// adopted last. Rows are never changed backwards, so that book holds those of every day.
public struct CaseRules: Hashable, Sendable {
  /// The entry of the log that brought the book in.
  public let adopted: Int
  /// That on which the file was opened, here or in the office that it came from (`RuleDay`).
  public let day: CalendarDay
}
