/// The roles that a member can have, by the names that `grole` and `role` hold.
///
/// The order is the one that rosters are written in; it must never change.
public enum MemberRole: String, Hashable, Sendable, CaseIterable {
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

  /// Whether the role reads cases or what is made of them. No member has such a role together with
  /// one that does not: who keeps watch does not look, and who looks does not keep watch.
  public var readsCases: Bool {
    switch self {
    case .auditor, .admin, .trustee: false
    default: true
    }
  }

  /// The place in the order, which is the role's number in a roster's bytes.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
