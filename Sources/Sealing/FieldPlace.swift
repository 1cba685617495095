/// Where a sealed field belongs: everything that decides whether a blob may stand where it stands.
///
/// All of it goes into the associated data. A blob opens in its own place alone, so exchanging any two
/// sealed fields, or putting an older version back under the newer number, fails to open.
public struct FieldPlace: Sendable {
  /// The vault, after its root key.
  public var vault: Identifier
  /// The case whose key seals the field.
  public var caseID: Identifier
  /// The record in the case.
  public var record: Identifier
  /// The member who wrote the value.
  public var writer: Identifier
  /// The kind of record.
  public var entity: UInt16
  /// The class of the field: who may read it.
  public var fieldClass: UInt16
  /// The field's number in the field table; never a name.
  public var field: UInt32
  /// The version of the class's key in this case.
  public var keyVersion: UInt32
  /// The version of the value, counted from 1.
  public var fieldVersion: UInt64

  /// A place, item by item.
  public init(
    vault: Identifier, caseID: Identifier, record: Identifier, writer: Identifier, entity: UInt16,
    fieldClass: UInt16, field: UInt32, keyVersion: UInt32, fieldVersion: UInt64
  ) {
    self.vault = vault
    self.caseID = caseID
    self.record = record
    self.writer = writer
    self.entity = entity
    self.fieldClass = fieldClass
    self.field = field
    self.keyVersion = keyVersion
    self.fieldVersion = fieldVersion
  }

  /// Length of the associated data: thirteen items and their length prefixes.
  static let associatedCount = 160

  /// Writes the associated data: thirteen items, each after its length as u32, so that no two places
  /// can give the same bytes.
  func writeAssociated(to writer: inout RawWriter, header: FieldHeader) {
    unsafe writer.put(item: "safekeep/1")
    unsafe writer.put(item: vault)
    unsafe writer.put(item: entity)
    unsafe writer.put(item: caseID)
    unsafe writer.put(item: record)
    unsafe writer.put(item: fieldClass)
    unsafe writer.put(item: field)
    unsafe writer.put(item: keyVersion)
    unsafe writer.put(item: fieldVersion)
    unsafe writer.put(item: FieldHeader.suite)
    unsafe writer.put(item: Padding.policy)
    unsafe writer.put(item: self.writer)
    unsafe writer.put(UInt32(FieldHeader.count))
    unsafe header.write(to: &writer)
  }
}
