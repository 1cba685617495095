/// Somebody in a report: the pseudonym, and the handle where it may be told and opens.
public struct ReportedPerson: Hashable, Sendable {
  public let actor: String
  public let handle: String?

  /// What a report calls them.
  public var name: String { handle ?? actor }
}
