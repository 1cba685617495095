/// What goes before the account of who looked at a case, and the entry of the look.
public struct PersonAccount: Sendable {
  /// Nil for a file that was opened here.
  public let cameFrom: CameFrom?
  public let entry: Int
}
