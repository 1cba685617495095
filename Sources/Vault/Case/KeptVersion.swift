/// One kept version of a field, opened: a correction is a new version, and the one before stays until it is erased.
public struct KeptVersion: Sendable {
  public let record: RecordID
  public let field: FieldID
  public let version: UInt64
  public let value: FieldValue
  public let writer: MemberID
  /// The entry that states it, and its time; nil where several could be it: an entry that wrote several records of
  /// a kind names none of them.
  public let stated: Statement?

  public struct Statement: Hashable, Sendable {
    public let entry: Int
    /// Milliseconds since 1970, UTC.
    public let time: Int
  }
}
