/// Whole months, the last one included. Open ends have no bound.
public struct FigurePeriod: Hashable, Sendable {
  /// `2026-01`, as a partial date writes a month.
  public let first: String?
  public let last: String?

  public static let always = FigurePeriod(unchecked: nil, nil)

  private init(unchecked first: String?, _ last: String?) {
    (self.first, self.last) = (first, last)
  }

  /// Nil where one of them is no month, or the last lies before the first.
  public init?(first: String?, last: String?) {
    let read = [first, last].map { text in text.flatMap { Self.month($0) } }
    guard (first == nil) == (read[0] == nil), (last == nil) == (read[1] == nil) else { return nil }
    if let one = read[0], let two = read[1], two < one { return nil }
    (self.first, self.last) = (read[0], read[1])
  }

  /// A year from January to December.
  public init?(year: Int) {
    guard CalendarDay.years.contains(year) else { return nil }
    self.init(unchecked: "\(year)-01", "\(year)-12")
  }

  private static func month(_ text: String) -> String? {
    guard let date = try? PartialDate(text), date.text.utf8.count == 7 else { return nil }
    return date.text
  }

  /// Whether it is of twelve months at most: as many as figures are told by.
  public var isWithinYear: Bool {
    guard let first, let last else { return false }
    return FigureLayout.months(from: first, to: last).count <= 12
  }

  func contains(_ month: String) -> Bool {
    (first ?? "") <= month && last.map { month <= $0 } ?? true && !month.isEmpty
  }
}
