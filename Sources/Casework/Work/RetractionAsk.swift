public import Vault

/// An entry that is out of sight and that a second person is asked to have destroyed.
public struct RetractionAsk: Equatable, Sendable {
  /// A code of `retract_reason`.
  public let reason: Code
  public let record: RecordID
  public let entity: EntityDefinition
  /// In which role somebody else gives it.
  public let giver: Role
  /// The entry that asks.
  public let entry: Int
}
