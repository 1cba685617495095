import AuditLog

/// What a command gave to a standing role that came after cases were opened, and what it left.
public struct Settled: Hashable, Sendable {
  /// The role, by the name that the log uses.
  public let role: String
  /// How many cases it was given the keys of.
  public let cases: Int
  /// Some are due still: the next holder's command goes on.
  public let isMoreDue: Bool

  /// Whether it went to a new recovery seed, in the place of the one before.
  public var isRecovery: Bool { role == StandingRole.recovery.name }
}
