/// The files of a case: what is said of them, whether their content is here, and what was done with them.
public struct ListedEvidence: Sendable {
  /// The entry of this look.
  public let entry: Int
  public let records: [DisclosedRecord]
  /// Those of which the content is kept here, and the most bytes it can have: how long it is, is sealed.
  public let contents: [RecordID: Int]
  /// In the order of the log.
  public let events: [EvidenceEvent]
}
