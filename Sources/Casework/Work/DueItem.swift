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

  /// Nil for what is not written so. Read byte by byte: a list of what is due reads some hundred thousand.
  init?(_ text: String) {
    var rest = text.utf8[...]
    guard let clock = Self.word(&rest), !clock.isEmpty, let start = Self.number(Self.word(&rest)),
      let day = Self.word(&rest), let end = Self.word(&rest), let record = Self.word(&rest),
      let mark = Self.word(&rest), rest.isEmpty, mark.elementsEqual("!".utf8) || Self.isNone(mark)
    else { return nil }
    self.clock = String(clock) ?? ""
    self.start = Moment(seconds: Int64(start))
    isNoted = !Self.isNone(mark)
    lastDay = Self.number(day).map { CalendarDay(number: $0) }
    self.end = Self.number(end).map { Moment(seconds: Int64($0)) }
    self.record =
      Self.isNone(record)
      ? nil : Hexadecimal.bytes(String(record) ?? "", count: 16).flatMap { RecordID(bytes: $0) }
    guard (lastDay == nil) == Self.isNone(day), (self.end == nil) == Self.isNone(end),
      (lastDay == nil) == (self.end == nil), (self.record == nil) == Self.isNone(record)
    else { return nil }
  }

  private static func isNone(_ word: Substring.UTF8View) -> Bool { word.elementsEqual("-".utf8) }

  /// Takes what stands before the next space.
  private static func word(_ rest: inout Substring.UTF8View) -> Substring.UTF8View? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: UInt8(ascii: " "))
    defer { rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...] }
    return rest[..<(end ?? rest.endIndex)]
  }

  /// A number as it is written: no sign but a minus, at most eighteen digits.
  private static func number(_ word: Substring.UTF8View?) -> Int? {
    guard let word, (1...18).contains(word.count) else { return nil }
    let isNegative = word.first == UInt8(ascii: "-")
    var value = 0
    var digits = 0
    for byte in isNegative ? word.dropFirst() : word {
      guard (0x30...0x39).contains(byte) else { return nil }
      (value, digits) = (value * 10 + Int(byte - 0x30), digits + 1)
    }
    return digits == 0 ? nil : isNegative ? -value : value
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
