/// How a head note fails to match the entries.
public enum HeadFault: String, Hashable, Sendable, CaseIterable {
  /// The note is for another log.
  case origin
  /// The note counts more or fewer entries than there are.
  case size
  /// The note has another root for the same number of entries.
  case root
  /// The log key in force did not sign, or its signature is not accepted.
  case logSignature
  /// No member who may stand behind this head signed it.
  case memberLine
  /// A checkpoint kept from earlier is not a beginning of this log: there are two of them.
  case pin
  /// The log ends before a checkpoint kept from earlier.
  case rollback
}
