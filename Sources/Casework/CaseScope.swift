/// Which cases a queue is of.
public struct CaseScope: Sendable {
  /// A limit that a case is listed for.
  public enum Clock: Hashable, Sendable {
    /// One of a rule, however it stands.
    case rule(String)
    /// One that stands so, whatever it is.
    case standing(CaseClock.Standing)
  }

  public var status: String?
  /// What the legal status has a case wait for.
  public var stage: CaseStage?
  /// The handle of who answers for it.
  public var owner: String?
  public var clock: Clock?
  /// The receiving unit.
  public var office: String?
  /// Only cases that nobody answers for.
  public var isUnowned = false

  public init() {}

  /// The lead's queue.
  public static var unowned: CaseScope {
    var scope = CaseScope()
    scope.isUnowned = true
    return scope
  }
}
