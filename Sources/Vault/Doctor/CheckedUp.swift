/// What the look of `vault doctor` found.
public struct CheckedUp: Sendable {
  public let ailments: [Ailment]
  /// What only others could have looked at: nothing is said of it.
  public let unlooked: Unlooked
}
