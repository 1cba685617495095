public import Vault

/// A field of a page, with its value.
public struct PageField: Hashable, Sendable {
  public let definition: FieldDefinition
  public let value: FieldValue
  /// The handle of a colleague whom the value refers to.
  public let handle: String?

  /// Stands for the name of whoever keeps the person safe, where that name is not to be read (`ShelterNames`).
  public static let placeOfShelter = "place_of_shelter"
}
