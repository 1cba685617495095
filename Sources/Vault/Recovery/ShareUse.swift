import AuditLog

/// What shares are brought for.
public enum ShareUse: Sendable {
  /// To see that they still fit; nothing is opened.
  case drill
  case recovery
  /// To make an administrator, by the word of root.
  case root

  /// The act of its entries, refusals too.
  var act: String {
    switch self {
    case .drill: Act.keyDrill
    case .recovery, .root: Act.recoveryRun
    }
  }
}
