/// One field as the Vault knows it: numbers only. Names and labels live in the rule book.
public struct FieldRule: Hashable, Sendable {
  public let id: FieldID
  /// The kind of record the field belongs to (`entities.csv`).
  public let entity: UInt16
  public let fieldClass: FieldClass
  /// Who may read the field, among those who hold its class.
  public let read: RoleSet
  /// Who may write it; where the key table gives a role no key to the class, by deposit.
  public let write: RoleSet

  public init(id: FieldID, entity: UInt16, fieldClass: FieldClass, read: RoleSet, write: RoleSet) {
    self.id = id
    self.entity = entity
    self.fieldClass = fieldClass
    self.read = read
    self.write = write
  }
}
