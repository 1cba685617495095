/// Which rows and columns the tables have.
struct FigureLayout {
  /// Between a clock and an office.
  static let divider = "/"

  /// The services that form 508/PCTNXH-Sở has a column for, in its order.
  static let formServices: [Service] = [
    .protection, .essential, .travel, .medical, .legalAid, .psychological, .schooling, .vocational,
    .job, .allowance, .loan,
  ]

  static let reports = ["received", "handled", "settled"]
  static let clocks = ["all", "met", "late", "open", "overdue"]
  static let days = ["count", "median", "longest"]
  static let form508 =
    ["received", "female", "16-17", "0-15", "served", "times"] + formServices.map(\.rawValue)
  static let ages = ["0-15", "16-17", "18-29", "30-59", "60+", FactSheet.unknown]

  let book: RuleBook

  /// A row of a breakdown: what is counted, and of which office or month.
  static func at(_ code: String, _ group: String) -> String { code + divider + group }

  /// The two of ``at(_:_:)``.
  static func parts(_ row: String) -> [String] {
    row.split(separator: divider, maxSplits: 1).map(String.init)
  }

  /// Every code of a list and, last, that nothing is known.
  func codes(_ list: String) -> [String] {
    let codes = (book.codeLists[list]?.codes ?? []).map(\.code).filter { $0 != FactSheet.unknown }
    return codes + [FactSheet.unknown]
  }

  var paths: [String] { codes("entry_path") }
  var sexes: [String] { codes("sex") }
  var exploitations: [String] { codes("purpose") }
  var regimes: [String] { (book.codeLists["regime"]?.codes ?? []).map(\.code) + ["-"] }

  /// The ways of arrival that a limit is for; none where it does not say.
  func paths(of clock: String) -> [String] {
    (book.clocks[clock]?.condition.terms ?? []).flatMap { term -> [String] in
      guard case .code("case.entry_path", let codes) = term else { return [] }
      return codes.map { $0 == RuleCondition.noAnswer ? FactSheet.unknown : $0 }
    }
  }

  /// The fields that end a limit.
  func fieldsEnding(_ clock: String) -> [String] { book.clocks[clock]?.end.fields ?? [] }

  /// The fields that alone start a limit, whatever the way of arrival; none where something else starts it too.
  func fieldsStarting(_ clock: String) -> [String] {
    guard let start = book.clocks[clock]?.start, start.events.count == 1, paths(of: clock).isEmpty,
      case .recorded(let condition) = start.events[0]
    else { return [] }
    return condition.fields
  }

  /// Every month from the first to the last, so that none that is missing tells that nobody came.
  static func months(from first: String, to last: String) -> [String] {
    var months: [String] = []
    guard var day = Self.start(of: first), let end = Self.start(of: last) else { return [] }
    while day <= end {
      months.append(String(day.text.prefix(7)))
      day = day.adding(months: 1)
    }
    return months
  }

  private static func start(of month: String) -> CalendarDay? {
    guard let date = try? PartialDate(month + "-01") else { return nil }
    return date.exactDay
  }
}
