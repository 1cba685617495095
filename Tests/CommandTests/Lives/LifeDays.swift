import Foundation

/// Days told from the day on which a life is played, so that no limit of the law depends on when the tests
/// run. The day and the moment are those of Viet Nam at the beginning of the life.
struct LifeDays {
  private let start: Date
  private let calendar: Calendar

  init(_ start: Date) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
    (self.start, self.calendar) = (start, calendar)
  }

  /// `{-18}`, `{-18 08:30}`, `{-12y}` and `{now}` as people write them on a form.
  func filled(_ text: String) -> String {
    text
      .replacing(/\{([+-]\d+)y\}/) { String(year + (Int($0.1) ?? 0)) }
      .replacing(/\{([+-]\d+)( \d\d:\d\d)?\}/) { day(Int($0.1) ?? 0) + ($0.2 ?? "") }
      .replacing("{now}", with: day(0) + time)
  }

  private var year: Int { calendar.component(.year, from: start) }

  private func day(_ distance: Int) -> String {
    let date = calendar.date(byAdding: .day, value: distance, to: start) ?? start
    let parts = calendar.dateComponents([.day, .month, .year], from: date)
    return "\(Self.two(parts.day))/\(Self.two(parts.month))/\(parts.year ?? 0)"
  }

  private var time: String {
    let parts = calendar.dateComponents([.hour, .minute], from: start)
    return " \(Self.two(parts.hour)):\(Self.two(parts.minute))"
  }

  private static func two(_ number: Int?) -> String {
    let text = String(number ?? 0)
    return text.count < 2 ? "0" + text : text
  }
}
