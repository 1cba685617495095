/// What was taken from a member after a backup, and what is restored from it gives back: for who restores, so that it
/// is taken again.
public struct TakenSince: Equatable, Sendable {
  public enum What: Equatable, Sendable {
    /// They were suspended, some because others may have their keys.
    case membership(isCompromised: Bool)
    /// They lost a role, or one that waited for its second person was taken back.
    case role(Role)
    /// So many cases were taken from them, one by one.
    case cases(Int)
    /// They have keys of their own that are newer: those of before sign again.
    case keys
  }

  public let handle: String
  public let what: What
}
