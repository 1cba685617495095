/// What is due, soonest first.
public struct DueList: Hashable, Sendable {
  public let lines: [DueLine]
  /// Cases whose row did not open although the log is sound; each is an entry of its own.
  public let unopened: Int
  /// The entry of the log that says that somebody looked.
  public let entry: Int
  /// How many clocks were put into the log as overdue by this command.
  public let noted: Int
}
