public import Vault

/// What lets something be given to somebody: exactly one of three, which is stored with it (Law 53/2024
/// Art. 3(10)). A consent is the person's or the representative's, as its record says.
public enum ReleaseBasis: Hashable, Sendable {
  case consent(RecordID)
  /// A code of `release_provision`.
  case provision(String)
}
