import AuditLog
import FoundationEssentials
import Sealing

/// Seals copies of fields for one member: when an excerpt is given, and again when a copied field is
/// written. Each sealing makes a new key that only the member is given: the one who seals keeps nothing.
struct ExcerptMaker {
  let context: ActContext
  let file: Transaction.File
  let keyClass: UInt16
  let version: UInt32
  private let key: KeyHandle

  init(
    _ context: ActContext, _ file: Transaction.File, keyClass: UInt16, version: UInt32
  ) {
    self.context = context
    self.file = file
    self.keyClass = keyClass
    self.version = version
    key = context.keyring.atHand.makeRandom()
  }

  /// Copies of some fields of one record, and the day on which they end.
  func copy(
    of record: DisclosedRecord, until: Int
  ) throws(VaultError) -> SealedRecord {
    let id = Excerpt.copyID(of: record.id, keyClass: keyClass)
    var rows = [try seal(.integer(Int64(until)), Excerpt.endField, record: id, fieldVersion: 1)]
    for (field, value) in record.fields {
      // The copy's version is that of the value it copies.
      let version = record.versions[field] ?? 1
      rows.append(try seal(value, field, record: id, fieldVersion: version))
    }
    return .first(
      id, entity: keyClass, fields: rows.sorted { $0.id < $1.id }, writer: context.asker)
  }

  func seal(
    _ value: FieldValue, _ field: FieldID, record: RecordID, fieldVersion: UInt64
  ) throws(VaultError) -> Transaction.FieldRow {
    let place = Excerpt.place(
      context.vault.id, file, record, writer: context.asker.member, keyClass: keyClass,
      field: field, keyVersion: version, fieldVersion: fieldVersion)
    let blob = try VaultError.sealing { () throws(SealingError) in
      try SealedField.seal(value.encoded, at: place, under: key, in: context.keyring.atHand)
    }
    return Transaction.FieldRow(
      id: field, version: fieldVersion, writer: context.asker.memberKey, blob: Data(blob))
  }

  func grant(
    to member: MemberID, with maker: GrantMaker, into grants: inout GrantMaker.Grants
  ) throws(VaultError) {
    guard let box = context.directory.box(of: member) else { throw .noSuchMember }
    try maker.wrap(
      GrantMaker.NewKey(keyClass: keyClass, version: version, handle: key),
      in: context.keyring.atHand, of: file.id, to: .member(member.identifier), box: box,
      into: &grants, context.tx)
  }
}
