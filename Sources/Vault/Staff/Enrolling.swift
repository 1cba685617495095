/// What enrolling leaves: its entry, and the fingerprint to be compared in person.
public struct Enrolling: Hashable, Sendable {
  public let entry: Int
  public let fingerprint: String
  /// False for the first lead, whom root invited: an administrator admits them, and nobody else.
  public let needsSecond: Bool
  /// What root invited them as, where root gives the role too.
  public let byRoot: Role?
}
