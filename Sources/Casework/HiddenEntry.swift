public import Vault

/// An entry that was taken back and waits for a second person, as a page names it.
public struct HiddenEntry: Equatable, Sendable {
  public let entity: EntityDefinition
  public let hidden: HiddenRecord
}
