/// A role whose keys belong to the role and not to a person: whoever joins is given the key of the
/// present epoch, whoever leaves makes a new epoch due.
public enum StandingRole: UInt8, CaseIterable, Hashable, Sendable {
  case lead = 1
  case duty = 2
  case statistician = 3
  /// No person: the seed that trustees can put together again.
  case recovery = 4

  /// The role name in entries (`grole`).
  var name: String {
    switch self {
    case .lead: Role.lead.rawValue
    case .duty: Role.duty.rawValue
    case .statistician: Role.statistician.rawValue
    case .recovery: "recovery"
    }
  }

  init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
