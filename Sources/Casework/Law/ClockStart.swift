/// What starts a clock: events of which the first in the list that happened counts, or the earliest of
/// them where the cell begins with `earliest:`. They are divided by `/`; each is a condition with a
/// date in it, or `@id`, the end of another clock.
public struct ClockStart: Hashable, Sendable {
  /// One event.
  public enum Event: Hashable, Sendable {
    case recorded(RuleCondition)
    case endOfClock(String)
  }

  public let events: [Event]
  public let isEarliest: Bool

  /// Nil where it is not written so.
  init?(_ text: String) {
    var rest = text[...]
    isEarliest = rest.hasPrefix("earliest:")
    if isEarliest { rest = rest.dropFirst("earliest:".count) }
    var events: [Event] = []
    for part in rest.split(separator: "/", omittingEmptySubsequences: false) {
      if part.first == "@" {
        events.append(.endOfClock(String(part.dropFirst())))
      } else {
        guard let condition = RuleCondition(String(part)), !condition.terms.isEmpty
        else { return nil }
        events.append(.recorded(condition))
      }
    }
    self.events = events
  }

  /// The first field named, whose kind of record the clock belongs to.
  var firstField: String? {
    for case .recorded(let condition) in events { return condition.fields.first }
    return nil
  }
}
