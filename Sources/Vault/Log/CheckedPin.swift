/// A head of a pin file, held against the log.
public struct CheckedPin: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable {
    /// It is a beginning of this log.
    case held
    /// The log ends before it.
    case rollback
    /// The log has other entries than it had.
    case splitView = "split_view"
    /// The log does not fit so far, and nothing is said of it.
    case notReached = "not_reached"
    /// It is no beginning of this log, and nobody whom the log knows signed it: nothing is said of the log by it.
    case unsigned
    /// It is another log's, and lies in the same file.
    case another
  }

  /// How many entries it counts.
  public let size: Int
  public let verdict: Verdict

  /// Whether the log is not the one that the head is of.
  public var isContradicted: Bool { finding != nil }

  /// Nil where it is a beginning of the log.
  var finding: LogFinding? {
    switch verdict {
    case .held, .notReached, .unsigned, .another: nil
    case .rollback: LogFinding(subject: .entry(size), code: "head.rollback")
    case .splitView: LogFinding(subject: .entry(size), code: "head.pin")
    }
  }
}
