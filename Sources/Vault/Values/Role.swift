/// The offices a member can hold (Law 53/2024/QH15; the design's table of roles). The raw value is
/// what stands in the log and in `roles.csv`; it is never translated.
public enum Role: String, CaseIterable, Hashable, Sendable {
  case intake
  case socialWorker = "social_worker"
  case lead
  case healthStaff = "health_staff"
  case duty
  case police
  case legalAid = "legal_aid"
  case statistician
  case auditor
  case admin
  case trustee

  /// Bit in a `RoleSet`. Written to disk in the field table, so the order of the cases is fixed.
  public var bit: UInt16 {
    switch self {
    case .intake: 1 << 0
    case .socialWorker: 1 << 1
    case .lead: 1 << 2
    case .healthStaff: 1 << 3
    case .duty: 1 << 4
    case .police: 1 << 5
    case .legalAid: 1 << 6
    case .statistician: 1 << 7
    case .auditor: 1 << 8
    case .admin: 1 << 9
    case .trustee: 1 << 10
    }
  }

  init?(bit: UInt16) {
    guard let found = Self.allCases.first(where: { $0.bit == bit }) else { return nil }
    self = found
  }

  /// Roles that keep the log, the people and the keys, and never see a case. Holding one excludes
  /// every role that reads cases, so that nobody can both look and vouch for who looked.
  public var isBlind: Bool { self == .auditor || self == .admin || self == .trustee }

  /// The number of a role whose access stands without assignment; a key epoch belongs to it.
  var standingNumber: UInt8? {
    switch self {
    case .lead: 1
    case .duty: 2
    case .statistician: 3
    default: nil
    }
  }
}
