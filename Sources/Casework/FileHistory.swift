public import Vault

/// What fields of a file were before: the versions that are kept of them, newest first.
public struct FileHistory: Sendable {
  public let code: CaseCode
  /// The entry of the log that says that somebody looked.
  public let entry: Int
  public let versions: [Version]
  /// How many are kept of what was asked for, and how many of the newest were passed over.
  public let count: Int
  public let skipped: Int
  /// How many this look took, with those that say nothing: a first writing writes every field of its form.
  public let taken: Int
  /// Older versions under keys that nobody gave to this member.
  public let ungiven: Int
  /// Whether some of it was shared with this member as a copy, of which no other version is kept.
  public let hasCopies: Bool
  /// Restricted classes of these forms that this member could ask for, with a purpose.
  public let restricted: [FieldClass]
  /// Classes of which what is there now lies under keys that nobody has given this member: nothing of it stands here.
  public let notGiven: [FieldClass]
  /// Emergencies of this member that open something of it no more.
  public let outgrown: [OutgrownEmergency]
  /// Whether fields of the file itself were asked for, of which no version but the last is kept.
  public let isOfFileItself: Bool
  /// Entries of these forms that were taken back and wait: nothing of them stands here.
  public let hidden: [HiddenEntry]

  public struct Version: Sendable {
    /// The field and what it held.
    public let field: PageField
    public let record: PageRecord
    public let number: UInt64
    /// The handle of who wrote it; nil where there is none to show.
    public let writer: String?
    /// Nil where the log leaves open in which of several entries it was written.
    public let stated: KeptVersion.Statement?
  }

  /// Whether older ones are left.
  public var hasOlder: Bool { skipped + taken < count }
}
