/// A row of `holidays.csv`: days off, or a Saturday that is worked in exchange for one.
///
/// The Labour Code names the holidays (45/2019/QH14 Art. 112); the Prime Minister decides the days of
/// some of them year by year, so they are data that an office adopts.
public struct Holiday: Hashable, Sendable {
  public let label: Label
  public let citation: Citation
  /// Whether these days are worked although they would be off.
  public let isWorked: Bool
  let days: Days
  let line: Int

  /// When it is.
  enum Days: Hashable, Sendable {
    /// The same day each year, written `--09-02` (ISO 8601 of 2000, also XML Schema gMonthDay).
    case everyYear(month: Int, day: Int)
    case once(ClosedRange<CalendarDay>)
  }

  init(_ row: RuleRow) throws(CaseworkError) {
    isWorked = try row.choice("kind") { $0 == "working" ? true : $0 == "off" ? false : nil }
    label = try row.label()
    citation = try row.citation("citation")
    line = row.line
    days = try Self.days(row)
  }

  private static func days(_ row: RuleRow) throws(CaseworkError) -> Days {
    let first = try row.text("from")
    if first.hasPrefix("--") {
      // A leap year, so that 29 February could be one.
      guard row.optional("to") == nil,
        let day = try? PartialDate("2000-" + first.dropFirst(2)).exactDay,
        first == "--" + day.text.dropFirst(5)
      else { throw row.fault(.badCell(column: "from")) }
      return .everyYear(month: day.month, day: day.day)
    }
    guard let from = try row.day("from") else { throw row.fault(.badCell(column: "from")) }
    let to = try row.day("to") ?? from
    guard from <= to else { throw row.fault(.endsBeforeItBegins) }
    // Nobody decides a year of days off; a typing error would quietly lengthen every limit.
    guard to.number - from.number < 31 else { throw row.fault(.badCell(column: "to")) }
    return .once(from...to)
  }
}
