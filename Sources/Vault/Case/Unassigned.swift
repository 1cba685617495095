/// What taking a case from somebody leaves: its entry, and whether nobody answers for the case now.
public struct Unassigned: Hashable, Sendable {
  public let entry: Int
  public let wasOwner: Bool
  public let ended: EndedAccess
}
