/// An erasure that somebody asked for and another person gives.
public struct AskedErasure: Sendable {
  /// The entry that asks.
  public let entry: Int
  public let id: CaseID
  /// Of the case that the rules were held against; nil for who sees nothing of what they look at.
  public let version: UInt64?

  public init(_ entry: Int, of id: CaseID, since version: UInt64? = nil) {
    (self.entry, self.id, self.version) = (entry, id, version)
  }
}
