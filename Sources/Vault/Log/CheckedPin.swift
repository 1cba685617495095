/// A head of a pin file, held against the log.
public struct CheckedPin: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable {
    /// It is a beginning of this log.
    case held
    /// The log ends before it.
    case rollback
    /// The log has other entries than it had.
    case splitView = "split_view"
  }

  /// How many entries it counts.
  public let size: Int
  public let verdict: Verdict

  /// Nil where it is a beginning of the log.
  var finding: LogFinding? {
    switch verdict {
    case .held: nil
    case .rollback: LogFinding(subject: .entry(size), code: "head.rollback")
    case .splitView: LogFinding(subject: .entry(size), code: "head.pin")
    }
  }
}
