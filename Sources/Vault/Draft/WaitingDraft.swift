/// A draft that waits for its author. Nothing of it is opened yet.
public struct WaitingDraft: Equatable, Sendable {
  /// The entry that says that it was kept.
  public let entry: Int
  /// The noun of the form.
  public let form: String
  /// The record that is corrected; nil for one that is made.
  public let record: RecordID?
  /// UTC milliseconds; nil where there is no such entry, and the draft will not open.
  public let saved: Int?
}
