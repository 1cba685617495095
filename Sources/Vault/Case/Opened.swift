/// A case that was just opened.
public struct Opened: Hashable, Sendable {
  public let id: CaseID
  public let entry: Int
}
