/// An entry of a case that was taken back and waits for a second person: that it is there, and nothing of what it says.
public struct HiddenRecord: Hashable, Sendable {
  public let record: RecordID
  /// What kind of record it is.
  public let kind: UInt16
  /// The entry that took it out of sight, or asked for it last; nil where the log has none.
  public let entry: Int?
  /// Whether somebody who has not left asks for it: else nobody can agree, and it is asked for anew.
  public let isAsked: Bool
}
