/// A role that holds keys of its own, whoever has it: its access stands without an assignment.
///
/// The numbers are those that grants name a role epoch by.
public enum StandingRole: UInt8, Hashable, Sendable, CaseIterable {
  case lead = 1
  case duty = 2
  case statistician = 3
  case recovery = 4

  /// The name that `grole` holds.
  public var name: String {
    switch self {
    case .lead: "lead"
    case .duty: "duty"
    case .statistician: "statistician"
    case .recovery: "recovery"
    }
  }

  /// The standing role of a name, or nil.
  public init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  /// The role whose holders make the epochs: its own, but for recovery, which no member holds and a
  /// lead makes.
  public var maker: MemberRole { MemberRole(rawValue: name) ?? .lead }
}
