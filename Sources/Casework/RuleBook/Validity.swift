/// The days on which a row of the rule book holds; without a bound where the cell is empty.
public struct Validity: Hashable, Sendable {
  public let from: CalendarDay?
  /// The last day.
  public let to: CalendarDay?

  public init(from: CalendarDay?, to: CalendarDay?) {
    self.from = from
    self.to = to
  }

  public func holds(on day: CalendarDay) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  /// Whether it has not ended before a day.
  func reaches(_ day: CalendarDay) -> Bool { to.map { $0 >= day } ?? true }

  /// The first of its days on which none of others holds; nil where they cover it. It has to begin on a day.
  func firstDay(outside others: [Validity]) -> CalendarDay? {
    guard var day = from else { return nil }
    while holds(on: day) {
      let ends = others.filter { $0.holds(on: day) }.map(\.to)
      guard !ends.isEmpty else { return day }
      let last = ends.compactMap(\.self)
      // One of them stays open.
      guard last.count == ends.count, let furthest = last.max() else { return nil }
      day = furthest.adding(days: 1)
    }
    return nil
  }

  func overlaps(_ other: Validity) -> Bool {
    if let to, let otherFrom = other.from, to < otherFrom { return false }
    if let from, let otherTo = other.to, otherTo < from { return false }
    return true
  }
}
