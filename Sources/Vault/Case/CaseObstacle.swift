import AuditLog

/// Why a rule of the work stops an act on a case: what the entry of the refusal says.
public enum CaseObstacle: Hashable, Sendable {
  /// The case is not at the stage for it, or something that must be recorded first is not.
  case state
  /// There is no consent to it, or no longer.
  case consent
  /// A second person is needed, or this one was the first.
  case secondPerson
  case role
  case restricted
  case expired
  /// What is asked for is shown to nobody.
  case fieldClass

  var refusal: Refusal {
    switch self {
    case .state: .state
    case .consent: .consent
    case .secondPerson: .secondPerson
    case .role: .role
    case .restricted: .restricted
    case .expired: .expired
    case .fieldClass: .fieldClass
    }
  }
}
