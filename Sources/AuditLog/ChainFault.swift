/// How an entry fails to follow the one before it.
public enum ChainFault: String, Hashable, Sendable, CaseIterable {
  /// The leaf names another log.
  case origin
  /// `seq` is not the number of entries before it.
  case seq
  /// No entry stands where one must: the numbers go on behind it, or the head counts it.
  case missing
  /// `prev` is not the root of the entries before it.
  case prev
  /// `aseq` is not the number of entries by the same key before it.
  case aseq
  /// `t` is earlier than in the entry before, and the act is not `clock.step`.
  case clock
}
