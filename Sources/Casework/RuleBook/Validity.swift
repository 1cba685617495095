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

  func overlaps(_ other: Validity) -> Bool {
    if let to, let otherFrom = other.from, to < otherFrom { return false }
    if let from, let otherTo = other.to, otherTo < from { return false }
    return true
  }
}
