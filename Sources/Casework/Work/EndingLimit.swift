/// A limit of the law that runs on although the entry was taken back on which it rests, and ends when a second person
/// agrees.
public struct EndingLimit: Hashable, Sendable {
  public let rule: ClockRule
  /// The last day as counted; nil where no length is known.
  public let lastDay: CalendarDay?
  public let isPassed: Bool
}
