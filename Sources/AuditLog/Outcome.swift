/// Which way an act went: the key `out`.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// It was allowed, and was done.
  case ok
  /// It was refused; `why` says for what reason.
  case denied
  /// It was allowed and could not be done, as when a field does not open.
  case failed
  /// It was found in the unauthenticated inbox: nobody's signature stands behind it.
  case unattributed
}
