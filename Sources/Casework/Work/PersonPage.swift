public import Vault

/// What a person is given who asks for their own data.
public struct PersonPage: Sendable {
  /// Whatever the member who answers may read, but for what is never put on paper.
  public let data: CasePage
  /// Classes of the case that others hold, who are to be asked for them.
  public let heldByOthers: [FieldClass]
  /// Recorded, and never put on paper: where somebody is hidden. A page is read by whoever finds it, and a
  /// representative can be the one they fled from (design: the shelter in no list, export or referral).
  public let offPaper: [FieldDefinition]
  /// Recorded, and not put on a paper for a representative: what the person said of others, and who they are. For who
  /// makes the page; that there is such a thing is no more for a representative than what it says.
  public let keptFromRequester: [FieldDefinition]
  /// Fields of what the member who answers reads that the person keeps from them; whether anything is recorded, it does
  /// not say.
  public let keptFromMaker: [FieldDefinition]
  /// Whether somebody asked who acts for the person: the page says so, and that things are not on it, whether or not there
  /// are any.
  public let isForRepresentative: Bool
  /// Whether it is the part of health staff, which answers no request: whoever has the case does.
  public let isPart: Bool
  /// Who looked, oldest first.
  public let accesses: [ReportedAccess]
  /// The office that handed the file over to this one: who looked before is told there.
  public let cameFrom: CameFrom?
  /// Entries by which it was asked to go on with an older copy of the vault: what was done after it is not among these.
  public let putBack: [Int]
  /// The entry of the print.
  public let entry: Int
}
