/// A file that is kept in a case: a picture, a recording, a scan.
///
/// What is said of it (name, kind, who handed it over) are fields of a record like any other. Its content lies
/// in rows of its own under a key of its own, and that key is one more sealed field of the record: so that an
/// erasure that seals the class anew seals 32 bytes anew and not a film, and that whoever holds the class holds
/// the content, and nobody else. The numbers are permanent (`fields.csv`, `entities.csv`).
public enum Evidence {
  /// The kind of record.
  public static let entity: UInt16 = 35
  /// SHA-256 of the content, in hexadecimal digits. Only the Vault, which sees every byte of it, writes it.
  static let sumField = FieldID(3403)
  /// The content's key. No field of the rule book, so that no page can show it and no form can ask for it.
  static let keyField = FieldID(0xFFFF_FFFF)
  /// The longest content. It is written in one transaction, and all others wait that long.
  public static let longest = 1 << 30
  /// More rows than any content has. A row of the table may say any number.
  static let mostRows = 1 << 15

  /// Pieces of 64 KiB that are in memory together, two or three times over, as opened and as sealed.
  static let piecesAtOnce = 64

  static let addAct = CaseAct.evidenceAdd.rawValue
  static let listAct = "evidence.list"
  static let saveAct = "evidence.save"
  static let strippedKind = "stripped"

  /// Who may use the key: whoever may read what the content is held against.
  static func keyRule(_ sum: FieldRule) -> FieldRule {
    FieldRule(
      id: keyField, entity: sum.entity, fieldClass: sum.fieldClass, read: sum.read,
      write: sum.write)
  }
}
