/// What the end of somebody's access did, or would do.
public struct Left: Hashable, Sendable {
  /// The entry that states it; of a plan the look's.
  public let entry: Int
  /// The roles that ended.
  public let roles: [Role]
  /// Cases whose outer key was replaced.
  public let cases: Int
  /// Whether a standing role ended, which opened every case.
  public let isStanding: Bool
  /// Cases that nobody answers for now.
  public let ownerless: Int
  /// Altered cases, whose wraps could not be sealed anew: `log verify` names them.
  public let spoilt: Int
  /// Cases with fields that open to nobody any more but recovery, where that was accepted.
  public let unread: Int
  /// Whether nothing was done.
  public var isPlan = false
  /// Cases whose keys others may have and that wait for new ones still, by whose commands make them.
  public internal(set) var waiting: [VaultStatus.DueCases] = []
}
