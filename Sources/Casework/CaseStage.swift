/// The stage that a case waits for, as its row tells without opening it. Rescue and protection run beside the legal
/// status and show in clocks (`--clock`), not here.
public enum CaseStage: String, CaseIterable, Hashable, Sendable {
  /// Told of, and not there yet.
  case reception
  /// There; the information is to be checked, or the police are asked.
  case verification
  /// In the process: the decision is to be made.
  case identification
  /// Decided, or back in the community.
  case support

  /// The statuses in which a case waits for it.
  var statuses: Set<String> {
    switch self {
    case .reception: ["reported"]
    case .verification: ["received"]
    case .identification: ["in_process", "reopened"]
    case .support: ["identified", "reintegration"]
    }
  }

  /// - Returns: nil for a status in which a case waits for nothing.
  init?(waitingIn status: String) {
    guard let stage = Self.allCases.first(where: { $0.statuses.contains(status) })
    else { return nil }
    self = stage
  }
}
