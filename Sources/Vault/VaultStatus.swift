import AuditLog

/// What `vault status` tells: how far the vault is, what waits for a second person, what waits for a
/// holder of a key. Numbers and roles, and handles where the member's vault key opens them.
public struct VaultStatus: Sendable {
  /// An act that its second person has not done yet.
  public struct Waiting: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Invited; the person has not enrolled.
      case invited
      /// Enrolled; an admin is next.
      case enrolled
      /// Given a role by an admin; the second person is next.
      case role
      /// Has new keys; an admin is next.
      case key
      /// Has a standing role without its key; another who has it is next (`staff admit`).
      case seed
      /// A trustee asked for recovery; another trustee is next.
      case recovery
    }

    public let kind: Kind
    /// Nil where the handle does not open.
    public let handle: String?
    public let role: Role?
    /// The entry that waits.
    public let entry: Int
  }

  /// A key that the next command of somebody makes.
  public enum DueKey: Hashable, Sendable {
    /// Epoch 0 of a standing role, by its first holder.
    case standing(Role)
    /// The vault key, by an administrator or a lead.
    case vault
    /// Operations key, index key or recovery epoch, by a lead.
    case operations
    case index
    case recovery
  }

  /// Cases that wait for keys: they were there before a standing role had a holder, or others may have those of
  /// before.
  public struct DueCases: Hashable, Sendable {
    /// The role, by the name that the log uses.
    public let role: String
    /// How many cases it has not been given the keys of yet.
    public let count: Int
    /// Whose next command gives them.
    public var giver = StandingRole.lead.name

    /// Whether it is a new recovery seed that was not.
    public var isRecovery: Bool { role == StandingRole.recovery.name }
  }

  /// An emergency, and who broke the glass; the handle is nil where it does not open.
  public struct OpenEmergency: Hashable, Sendable {
    public let emergency: Emergency
    public let handle: String?
  }

  /// How many entries the log has.
  public let entries: Int
  /// UTC milliseconds of the newest entry.
  public let newest: Int
  /// How often keys were destroyed or replaced.
  public let generation: Int
  public let cases: Int
  public let members: Int
  /// Members with the role in force, for every role that somebody has.
  public let holders: [Role: Int]
  public let waiting: [Waiting]
  public let dueKeys: [DueKey]
  public let dueCases: [DueCases]
  /// Cases that wait for new keys after a member's keys were lost to others, by whose commands make them.
  public let compromised: [DueCases]
  /// Standing roles that somebody has and nobody the seed of: what they owe, no command of theirs makes.
  public let unheld: [Role]
  /// Cases at least that are not in the search index: nobody finds them by a name.
  public let unindexed: Int
  /// Trustees that a new recovery seed waits for.
  public let trusteesMissing: Int
  /// Emergencies that nobody has reviewed, oldest first; for leads and duty officers, and of their own cases for
  /// owners.
  public let emergencies: [OpenEmergency]
  /// Whether the member sees them for one of these roles.
  public let reviewsEmergencies: Bool
  /// Roles without which no case may be opened and that nobody has made keys for yet.
  public let missing: [Role]
  /// When each file was last backed up, as far as the newest entries tell.
  public let backups: [LastBackup]
  /// The entry of this look.
  public let entry: Int
}
