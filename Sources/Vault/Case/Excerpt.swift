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
