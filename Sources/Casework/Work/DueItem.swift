public import Vault

/// A clock that runs, as the operations row keeps it: enough for a list of what is due, so that a list opens
/// one row a case and nothing else.
public struct DueItem: Hashable, Sendable {
  /// The rule that holds (`clocks.csv`).
  public let clock: String
  /// The record it belongs to, where a file can have several.
  public let record: RecordID?
  public let start: Moment
  /// The last day as counted, in days since 1970, and the moment at which it ends after moving off weekends
  /// and holidays; nil where no length is known.
  private(set) var lastDayNumber: Int?
  public private(set) var end: Moment?
  /// Whether its passing was put into the log: that is done once.
  public var isNoted = false
  /// Whether the file has the limit no more, though nothing ended it: it is kept as it last stood, and should it come
  /// back it is held against that. No list shows it.
  private(set) var isResting = false
  /// On which day the date from which it runs was corrected, so that it ends later; in days since 1970.
  private(set) var correctedNumber: Int?
  /// The entry of the file without which it would end later or nowhere, and which somebody took back: it runs as it did
  /// until a second person has agreed.
  private(set) var takenBack: RecordID?
  /// The field and record of a correction that waits for a second person, where it runs by that alone.
  var awaited: String?

  init(_ clock: CaseClock) {
    self.clock = clock.rule.id
    (record, start) = (clock.record, clock.start)
    (lastDayNumber, end) = (clock.deadline?.lastDay.number, clock.deadline?.end)
  }

  /// The review of an emergency, which no rule of the book counts and no row holds.
  init(reviewing emergency: Emergency) {
    let end = Moment(seconds: Int64(emergency.reviewDue / 1_000))
    (clock, record) = (Self.review, nil)
    start = Moment(seconds: Int64(emergency.opened / 1_000))
    (lastDayNumber, self.end, isNoted) = (end.dayNumberInVietnam, end, true)
  }

  /// What a list of what is due calls it.
  public static let review = "emergency_review"

  /// Whether somebody to whom a referral was sent has to answer it.
  var isReply: Bool { clock == "referral_reply" }

  /// The same clock with another end.
  func ending(on lastDay: Int, at end: Moment) -> DueItem {
    var item = self
    (item.lastDayNumber, item.end) = (lastDay, end)
    return item
  }

  /// The same clock, of a file that has it no more.
  var resting: DueItem {
    var item = self
    item.isResting = true
    return item
  }

  /// The same clock, of a file in which an entry was taken back that it needs; nil for one that does so no more.
  func resting(on record: RecordID?) -> DueItem {
    var item = self
    item.takenBack = record
    return item
  }

  /// On which day the date from which it runs was corrected, so that it ends later.
  public var corrected: CalendarDay? { correctedNumber.map { CalendarDay(number: $0) } }

  /// The same clock, said to be corrected as another is that runs from the same date.
  mutating func correct(as known: DueItem?) { correctedNumber = known?.correctedNumber }

  mutating func correct(on day: CalendarDay) { correctedNumber = day.number }

  /// The last day as counted.
  public var lastDay: CalendarDay? { lastDayNumber.map { CalendarDay(number: $0) } }

  /// `initial_check 1790000000 20718 1790182800 - -`: id, start and end in seconds since 1970, the last
  /// day in days since then, the record, `!` where its passing is in the log, `~` of one that rests, `=` where both; of a corrected one the
  /// day of that; `^` and a record that was taken back; `?` and the field and record of a correction that waits. Short, for
  /// the row of every case holds some.
  var text: String {
    let words = [
      clock, String(start.seconds), lastDayNumber.map { String($0) } ?? "-",
      end.map { String($0.seconds) } ?? "-", record.map { Hexadecimal.text($0.bytes) } ?? "-",
      isResting ? isNoted ? "=" : "~" : isNoted ? "!" : "-",
    ]
    let more = [
      correctedNumber.map { String($0) }, takenBack.map { "^" + Hexadecimal.text($0.bytes) },
      awaited.map { "?" + $0 },
    ]
    return (words + more.compactMap(\.self)).joined(separator: " ")
  }

  /// Nil for what is not written so.
  init?(_ text: String) {
    var words = SpacedWords(text)
    guard let clock = words.next(), !clock.isEmpty, let start = words.next(),
      let day = words.next(), let end = words.next(), let record = words.next(),
      let mark = words.next(), let from = words.number(start)
    else { return nil }
    self.clock = words.text(clock)
    self.start = Moment(seconds: Int64(from))
    lastDayNumber = words.number(day)
    self.end = words.number(end).map { Moment(seconds: Int64($0)) }
    let hasRecord = !words.isMark("-", record)
    self.record =
      hasRecord
      ? Hexadecimal.bytes(words.text(record), count: 16).flatMap { RecordID(bytes: $0) } : nil
    isResting = words.isMark("~", mark) || words.isMark("=", mark)
    isNoted = words.isMark("!", mark) || words.isMark("=", mark)
    guard isNoted || isResting || words.isMark("-", mark), (self.record != nil) == hasRecord,
      (lastDayNumber == nil) == words.isMark("-", day),
      (self.end == nil) == words.isMark("-", end), (lastDayNumber == nil) == (self.end == nil),
      readMore(&words)
    else { return nil }
  }

  /// What stands behind the mark.
  ///
  /// - Returns: whether it is understood.
  private mutating func readMore(_ words: inout SpacedWords) -> Bool {
    guard var word = words.next() else { return true }
    if let day = words.number(word) {
      correctedNumber = day
      guard let more = words.next() else { return true }
      word = more
    }
    let text = words.text(word)
    if text.first == "?", text.utf8.count > 1, words.isAtEnd {
      awaited = String(text.dropFirst())
      return true
    }
    guard text.first == "^", words.isAtEnd,
      let record = Hexadecimal.bytes(String(text.dropFirst()), count: 16)
        .flatMap({ RecordID(bytes: $0) })
    else { return false }
    takenBack = record
    return true
  }

  /// The items of a list as it stands in the operations row; one that this program does not understand is
  /// left out and stays out at the next write.
  static func all(in value: FieldValue?) -> [DueItem] {
    guard case .list(let items) = value else { return [] }
    return items.compactMap(DueItem.init)
  }

  static func value(_ items: [DueItem], counted count: DueCount = .first) -> FieldValue {
    let texts = items.map(\.text) + (count == .first ? [] : [count.text])
    return texts.isEmpty ? .absent(.notAsked) : .list(texts)
  }
}
