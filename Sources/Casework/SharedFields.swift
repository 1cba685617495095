/// What a member was given copies of.
public struct SharedFields: Hashable, Sendable {
  /// The entry of the release.
  public let entry: Int
  /// Whether they read none of it before they are assigned to the case.
  public let awaitsAssignment: Bool
}
