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
  /// The entry of the recovery seed that took the place of the one that was put together; nil where there are too few
  /// trustees to share it.
  public let sharedSeed: Int?
}
