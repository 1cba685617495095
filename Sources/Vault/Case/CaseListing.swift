import AuditLog

/// What a look at the operations rows of many cases is for.
public enum CaseListing: Hashable, Sendable {
  case cases
  /// The clocks that run.
  case clocks
  /// What waits for a second person.
  case approvals
  /// Referrals that wait for an answer.
  case referrals
  /// Requests of persons that are open.
  case requests
  /// People whose health check on reception is still to come.
  case healthChecks

  var act: String { self == .clocks ? Act.due : Act.list }

  /// `kind` of the entry; a due list has no kinds.
  var kind: String? {
    switch self {
    case .cases: "case"
    case .approvals: "approval"
    case .referrals: "referral"
    case .requests: "request"
    case .healthChecks: "health"
    case .clocks: nil
    }
  }
}
