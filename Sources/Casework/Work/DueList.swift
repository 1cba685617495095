/// What is due, soonest first.
public struct DueList: Hashable, Sendable {
  public let lines: [DueLine]
  /// Cases whose row did not open although the log is sound; each is an entry of its own.
  public let unopened: Int
  /// The entry of the log that says that somebody looked.
  public let entry: Int
  /// How many clocks were put into the log as overdue by this command.
  public let noted: Int
  /// How many cases others wrote into that this command did not count: what is due there is told as it stood.
  public let uncounted: Int
  /// The codes of cases in which something does not open although the log is sound: what has passed there
  /// is shown, and not put into the log.
  public let spoilt: [String]
}

extension [DueLine] {
  /// Soonest first; what has no end last. Numbers are sorted, for a line is long to move.
  var soonestFirst: [DueLine] {
    let order = indices.map { (end: self[$0].item.end?.seconds ?? .max, index: $0) }.sorted {
      if $0.end != $1.end { return $0.end < $1.end }
      let (left, right) = (self[$0.index].item.clock, self[$1.index].item.clock)
      return left == right ? $0.index < $1.index : left < right
    }
    return order.map { self[$0.index] }
  }
}
