import Sealing

/// Copies of named fields under a key of their own, granted to one member until a day: what a police
/// request, a referral or a treatment grant names. Who reads only part of a class never gets its key.
///
/// The n-th excerpt of a case is class 0x8000 + n, and its records have that number as their entity:
/// one record a source record. Field 0 of each seals the day on which the excerpt ends, so that moving
/// the day in the table opens nothing for longer.
enum Excerpt {
  static let firstClass: UInt16 = 0x8000
  static let endField = FieldID(0)

  /// The name of a record's copy in an excerpt. It follows from the name of the record: whoever writes
  /// that record finds its copies without being able to open them, and no other record's; whoever reads
  /// several excerpts puts what they hold of one record together again.
  static func copyID(of source: RecordID, keyClass: UInt16) -> RecordID {
    var bytes = Array("safekeep/excerpt/1".utf8)
    source.identifier.append(to: &bytes)
    bytes.append(contentsOf: [UInt8(truncatingIfNeeded: keyClass), UInt8(keyClass >> 8)])
    return RecordID(Digest.of(bytes).identifier)
  }

  /// Which of a case's records a copy is of; nil where it is none of them.
  static func source(
    of copy: Transaction.RecordRow, among records: some Sequence<RecordID>
  ) -> RecordID? {
    records.first { copyID(of: $0, keyClass: copy.entity) == copy.id }
  }

  /// The record that a record of copies is of, where its copies are those of the newest values: the
  /// version of a copied field is that of the value it copies, so that nobody needs a key to see that a
  /// copy was left behind. A later version that the reader cannot open must not make an older one pass
  /// for the newest.
  static func source(of copy: Drawer.Row, among records: [Drawer.Row]) -> Drawer.Row? {
    let id = source(of: copy.row, among: records.lazy.map(\.row.id))
    guard let source = records.first(where: { $0.row.id == id }) else { return nil }
    let (copied, present) = (copy.versions, source.versions)
    let isNewest = copied.allSatisfy { $0.key == endField || present[$0.key] == $0.value }
    return isNewest ? source : nil
  }

  /// Where a copy is sealed to: its own record, entity and class, so that a copy can never be put in
  /// the place of the field it copies.
  static func place(
    _ vault: Identifier, _ file: Transaction.File, _ record: RecordID, writer: MemberID,
    keyClass: UInt16, field: FieldID, keyVersion: UInt32, fieldVersion: UInt64
  ) -> FieldPlace {
    FieldPlace(
      vault: vault, caseID: file.id.identifier, record: record.identifier,
      writer: writer.identifier, entity: keyClass, fieldClass: keyClass, field: field.rawValue,
      keyVersion: keyVersion, fieldVersion: fieldVersion)
  }
}
