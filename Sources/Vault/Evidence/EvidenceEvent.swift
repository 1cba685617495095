/// One act on the files of a case, as the log has it.
public struct EvidenceEvent: Hashable, Sendable {
  public enum Act: String, CaseIterable, Hashable, Sendable {
    case add, list, save
  }

  public let entry: Int
  /// UTC milliseconds.
  public let time: Int
  public let act: Act
  /// Whether what was taken in is not what was brought: a picture without what it said.
  public let isStripped: Bool
  /// False where it was refused or came to nothing.
  public let isDone: Bool
  public let person: ReportedPerson
  /// A code.
  public let purpose: String?
  /// The file that it was about; nil for a look at all of them, and for one that was erased.
  public let record: RecordID?
}
