import AuditLog

/// How old which key is, and what is due.
public struct KeyStatus: Sendable {
  /// A key of the vault.
  public struct Key: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      /// A member's own two keys.
      case member
      /// The seed of a standing role.
      case epoch
      /// Seals the names of staff.
      case vault
      /// Seals the operations rows.
      case operations
      case index
      /// The outer keys in custody: since when all of them are others. The end of an access replaces those of its cases
      /// besides, as the log's key shows.
      case custody
      /// Signs the heads of the log; replaced whenever somebody leaves, and with all keys of custody.
      case log
    }

    public let kind: Kind
    /// Of a member's keys, where it opens.
    public let handle: String?
    /// Of a standing role's, by the name that the log uses.
    public let role: String?
    /// Which one it is, from 0 or 1; nil where they are not counted.
    public let version: Int?
    /// The entry that made it, and its claimed time, UTC milliseconds.
    public let entry: Int
    public let made: Int
    /// Whether another has to be made.
    public let isDue: Bool
  }

  /// The role whose next command makes the next epoch of a standing role, by the names that the log uses.
  public static func maker(of role: String) -> String {
    StandingRole(name: role)?.maker.rawValue ?? role
  }

  /// A member who has a standing role without its seed.
  public struct Seedless: Hashable, Sendable {
    /// Nil where it does not open.
    public let handle: String?
    public let role: Role
    /// Whether another member has it, to give it to them.
    public let isGivable: Bool
  }

  public let keys: [Key]
  public let seedless: [Seedless]
  /// Class keys of cases that get a new version at the next write.
  public let caseKeysDue: Int
  /// The cases that have any.
  public let casesDue: Int
  /// Cases that a standing role has not been given yet.
  public let waiting: [VaultStatus.DueCases]
  /// Those of which somebody's keys were lost to others: the next commands of these roles make new ones.
  public let compromised: [VaultStatus.DueCases]
  /// Trustees that a new recovery seed waits for.
  public let trusteesMissing: Int
  /// UTC milliseconds of the newest entry.
  public let newest: Int
  /// The entry of this look.
  public let entry: Int
}
