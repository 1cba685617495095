public import Vault

/// A clock that runs, as the operations row keeps it: enough for a list of what is due, so that a list opens
/// one row a case and nothing else.
public struct DueItem: Hashable, Sendable {
  /// The rule that holds (`clocks.csv`).
  public let clock: String
  /// The record it belongs to, where a file can have several.
  public let record: RecordID?
  public let start: Moment
  /// The last day as counted, and the moment at which it ends after moving off weekends and holidays;
  /// nil where no length is known.
  public let lastDay: CalendarDay?
  public let end: Moment?
  /// Whether its passing was put into the log: that is done once.
  public var isNoted = false

  init(_ clock: CaseClock) {
    self.clock = clock.rule.id
    (record, start) = (clock.record, clock.start)
    (lastDay, end) = (clock.deadline?.lastDay, clock.deadline?.end)
  }

  /// `initial_check 1790000000 20718 1790182800 - -`: id, start and end in seconds since 1970, the last
  /// day in days since then, the record, `!` where its passing is in the log. Short, for the row of every
  /// case holds some.
  var text: String {
    [
      clock, String(start.seconds), lastDay.map { String($0.number) } ?? "-",
      end.map { String($0.seconds) } ?? "-", record.map { Hexadecimal.text($0.bytes) } ?? "-",
      isNoted ? "!" : "-",
    ].joined(separator: " ")
  }

  /// Nil for what is not written so.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, !parts[0].isEmpty, let start = Int64(parts[1]),
      parts[5] == "!" || parts[5] == "-"
    else { return nil }
    (clock, self.start, isNoted) = (parts[0], Moment(seconds: start), parts[5] == "!")
    lastDay = Int(parts[2]).map { CalendarDay(number: $0) }
    end = Int64(parts[3]).map { Moment(seconds: $0) }
    record = Hexadecimal.bytes(parts[4], count: 16).flatMap { RecordID(bytes: $0) }
    guard (lastDay == nil) == (end == nil), (lastDay == nil) == (parts[2] == "-"),
      (record == nil) == (parts[4] == "-")
    else { return nil }
  }

  /// The items of a list as it stands in the operations row; one that this program does not understand is
  /// left out and stays out at the next write.
  static func all(in value: FieldValue?) -> [DueItem] {
    guard case .list(let items) = value else { return [] }
    return items.compactMap(DueItem.init)
  }

  static func value(_ items: [DueItem]) -> FieldValue {
    items.isEmpty ? .absent(.notAsked) : .list(items.map(\.text))
  }
}
