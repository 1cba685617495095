import AuditLog

/// An entry that was written into the wrong case (design, casework: "Wrong case"): out of sight for everybody from the
/// moment somebody asks that it be taken back, and destroyed when a second person agrees.
///
/// It lies where it lay, under the keys that it lay under, as a kind of record that nothing looks for and with a record
/// hash of its own: so the manifest counts it, a row that is turned back by hand does not fit, and whoever restricts,
/// erases or rotates takes it along.
enum Retraction {
  /// What the number of its kind is raised by. Numbers from 0x8000 on are excerpts.
  static let kind: UInt16 = 0x4000

  /// Whether who gives it seals anew what is left of a class, so that no wrap of the keys before stays. The fields of
  /// one record can be of classes that no role holds together: health staff says in class 1 what others may know.
  static func reseals(_ fieldClass: FieldClass, as role: Role?) -> Bool {
    guard let epoch = role?.standingNumber.flatMap(StandingRole.init(rawValue:)) else {
      return false
    }
    return KeyTable.standingClasses(of: epoch).contains(fieldClass)
  }

  /// What one person took out of sight does not stay behind, to be destroyed with the file, because it was handed over
  /// meanwhile: the second person answers first.
  ///
  /// - Throws: `.transfer(.retracted)`.
  static func checkNone(
    waitsAmong records: [(row: Transaction.RecordRow, fields: [Transaction.FieldRow])]
  ) throws(VaultError) {
    guard !records.contains(where: { $0.row.isRetracted && !$0.fields.isEmpty })
    else { throw .transfer(.retracted) }
  }
}

extension Transaction.RecordRow {
  var isRetracted: Bool { entity & Retraction.kind != 0 && entity < Excerpt.firstClass }

  /// What kind of record it is, also out of sight.
  var kind: UInt16 { isRetracted ? entity & ~Retraction.kind : entity }

  /// The same out of sight.
  var retracted: Self {
    var row = self
    row.entity = kind | Retraction.kind
    return row
  }

  /// The same in sight again.
  var returned: Self {
    var row = self
    row.entity = kind
    return row
  }
}
