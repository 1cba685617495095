/// What somebody is told of a case that was found.
public struct SearchHit: Hashable, Sendable {
  public let id: CaseID
  /// The fields of the operations row that were asked for; nil where the member may not read the case, and is
  /// told that there is a file and whom to ask.
  public let operations: [FieldID: FieldValue]?
  /// Who answers for the case; nil where nobody does, or their handle does not open.
  public let owner: String?
  /// What stands in the files is not what the log says; `entry` says so too.
  public let isAltered: Bool
  public let entry: Int
}
