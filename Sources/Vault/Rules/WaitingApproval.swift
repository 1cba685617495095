/// Something of the office that waits for a second person.
public struct WaitingApproval: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A rule book: another lead or an administrator.
    case rules
    /// To go on with a vault that was put back: an auditor.
    case rollback
    /// A role for a member: a lead, or for an administrator a trustee.
    case role(Role)
    /// A whole case to be erased, with its code and the ground: an administrator, where there is no other lead.
    case erasure(code: String, reason: String)
    /// A look into a class of a case in an emergency: another duty officer.
    case emergency(FieldClass)
  }

  public let kind: Kind
  /// The entry that asks.
  public let entry: Int
  /// Who asked; nil where the handle does not open under this member's vault key.
  public let asker: String?
  /// Why it can only be refused.
  public let lapse: AskLapse?
}
