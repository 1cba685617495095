public import Vault

/// A case that somebody who leaves could read.
public struct LeaverCase: Sendable {
  /// Nil for whoever may read no case, and of a case that is gone.
  public let code: String?
  public let stated: LeaverReach.Case
}
