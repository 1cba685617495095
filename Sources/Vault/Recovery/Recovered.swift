/// What a recovery gave back.
public struct Recovered: Hashable, Sendable {
  /// The `recovery.run`.
  public let entry: Int
  /// The epoch that was made for the role; nil where the present one is held.
  public let epoch: Int?
  /// Cases whose keys were given to it.
  public let cases: Int
  /// Altered cases, which did not open: `log verify` names them.
  public let spoilt: Int
}
