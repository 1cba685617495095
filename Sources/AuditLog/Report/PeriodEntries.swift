/// The entries that are of a period by where they stand.
public struct PeriodEntries: Sendable {
  /// From the first to the last that state a time of it.
  public let between: Range<Int>
  private var others: EntrySet

  /// Those between two, of a log of a size.
  public init(between: Range<Int> = 0..<0, size: Int = 0) {
    self.between = between
    others = EntrySet(size)
  }

  /// Whether an entry is one of them.
  public func contains(_ seq: Int) -> Bool { between.contains(seq) || others[seq] }

  mutating func insert(_ seq: Int) { others.insert(seq) }
}
