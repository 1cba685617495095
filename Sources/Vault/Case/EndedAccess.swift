/// Whose access to one case an act ended, and by which entry.
public struct EndedAccess: Hashable, Sendable {
  public let entry: Int
  let caseID: CaseID
  let members: [MemberID]
  /// Whether who ended it may be told who looked, as in the account for the person: a lead, and a social worker who
  /// has the case.
  let isToldLooks: Bool
}
