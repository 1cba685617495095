/// A `vault.accept` that an auditor refused.
public struct RefusedAcceptance: Hashable, Sendable {
  /// The `vault.accept`.
  public let asked: Int
  /// The `approval.refuse`.
  public let refusal: Int
  /// Who asked, by place in ``Roster/members``.
  public let askedBy: Int
}
