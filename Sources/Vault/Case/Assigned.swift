/// What giving a case to somebody leaves: its entry, and whose access it ended.
public struct Assigned: Hashable, Sendable {
  public let entry: Int
  /// The case passed from whoever took it in to a social worker.
  public let isHandOver: Bool
  /// Somebody else answered for the case before, and reads it no more.
  public let endsOwner: Bool
  /// Classes that the role reads and of which the assigner, whose role does so too, has no key to give.
  public internal(set) var ungiven: [FieldClass] = []
  /// Whose access it ended.
  public internal(set) var ended: EndedAccess?
}
