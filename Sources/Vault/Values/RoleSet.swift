import AuditLog

/// A set of roles as the field table stores it: one bit a role.
public struct RoleSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ roles: some Sequence<Role>) {
    self.init(rawValue: roles.reduce(0) { $0 | $1.bit })
  }

  public func contains(_ role: Role) -> Bool { rawValue & role.bit != 0 }

  /// Whether the holders of a standing epoch are meant. Recovery is nobody's role.
  func contains(standing epoch: StandingRole) -> Bool {
    Role.allCases.contains { $0.standingNumber == epoch.rawValue && contains($0) }
  }

  /// Every role that may ever open a case.
  public static let readers = RoleSet(Role.allCases.filter { !$0.isBlind })
}
