public import Vault

/// A field of a page, with its value.
public struct PageField: Hashable, Sendable {
  public let definition: FieldDefinition
  public let value: FieldValue
  /// The handle of a colleague whom the value refers to.
  public let handle: String?
}
