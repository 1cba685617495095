/// A member as the staff list shows them.
public struct StaffMember: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    /// Enrolled; waits for an admin.
    case enrolled
    /// Given a role; waits for the second person.
    case waiting
    case active
    case suspended
  }

  /// Nil where the handle does not open under this member's vault key.
  public let handle: String?
  /// What is stored as their handle is not what the log states; nobody's name is shown for it.
  public let isAltered: Bool
  public let member: MemberID
  public let roles: [Role]
  public let standing: Standing
  public let fingerprint: String
  /// The entry of the enrolment.
  public let since: Int
}
