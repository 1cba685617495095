import AuditLog
import FoundationEssentials
import Sealing

/// Opens single fields of one record.
struct FieldOpener {
  let vault: Identifier
  let file: Transaction.File
  let record: RecordID
  let keys: CaseKeys
  let keyring: Keyring
  let tx: Transaction

  /// One copy of an excerpt, under the excerpt's own key.
  func openCopy(_ field: Transaction.FieldRow, _ keyClass: UInt16) throws(VaultError) -> FieldValue
  {
    let writer = MemberID(try tx.memberID(field.writer).identifier)
    return try open(field, keyClass: keyClass) { version in
      Excerpt.place(
        vault, file, record, writer: writer, keyClass: keyClass, field: field.id,
        keyVersion: version, fieldVersion: field.version)
    }
  }

  /// The key version stands in the blob's header; the place it is sealed to is where it lies now. A
  /// field that was moved, replayed at another version or put under another key does not open.
  ///
  /// - Parameter keyClass: that of the rule, or the number of the restricted key that the field lies under.
  func open(
    _ field: Transaction.FieldRow, _ rule: FieldRule, keyClass: UInt16
  ) throws(VaultError) -> FieldValue {
    let writer = try tx.memberID(field.writer).identifier
    return try open(field, keyClass: keyClass) { version in
      FieldPlace(
        vault: vault, caseID: file.id.identifier, record: record.identifier, writer: writer,
        entity: rule.entity, fieldClass: keyClass, field: rule.id.rawValue,
        keyVersion: version, fieldVersion: field.version)
    }
  }

  private func open(
    _ field: Transaction.FieldRow, keyClass: UInt16, _ place: (UInt32) -> FieldPlace
  ) throws(VaultError) -> FieldValue {
    do {
      let version = try SealedField.keyVersion(of: field.blob.span)
      let key = try keys.key(keyClass, version: version, tx)
      let plain = try SealedField.open(
        field.blob.span, at: place(version), under: key, in: keyring.atHand)
      guard let value = FieldValue(decoding: plain) else { throw VaultError.doesNotOpen }
      return value
    } catch let error as VaultError {
      throw error
    } catch { throw .doesNotOpen }
  }
}
