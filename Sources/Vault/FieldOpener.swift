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

  /// The key version stands in the blob's header; the place it is sealed to is where it lies now. A
  /// field that was moved, replayed at another version or put under another key does not open.
  func open(
    _ field: Transaction.FieldRow, _ rule: FieldRule
  ) throws(VaultError) -> FieldValue {
    do {
      let version = try SealedField.keyVersion(of: field.blob.span)
      let key = try keys.key(rule.fieldClass.rawValue, version: version, tx)
      let place = FieldPlace(
        vault: vault, caseID: file.id.identifier, record: record.identifier,
        writer: try tx.memberID(field.writer).identifier, entity: rule.entity,
        fieldClass: rule.fieldClass.rawValue, field: rule.id.rawValue, keyVersion: version,
        fieldVersion: field.version)
      let plain = try SealedField.open(
        field.blob.span, at: place, under: key, in: keyring.atHand)
      guard let value = FieldValue(decoding: plain) else { throw VaultError.doesNotOpen }
      return value
    } catch let error as VaultError {
      throw error
    } catch { throw .doesNotOpen }
  }
}
