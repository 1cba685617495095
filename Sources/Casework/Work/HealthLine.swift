/// Somebody whose health check on reception is still to come: no more of them than who calls them in has to know.
public struct HealthLine: Equatable, Sendable {
  public let caseCode: String
  /// What the legal status has the case wait for.
  public let stage: CaseStage
  /// RFC 3339; nil where nobody set a day.
  public let due: String?
  /// RFC 3339; nil where nobody knows.
  public let receivedAt: String?
}
