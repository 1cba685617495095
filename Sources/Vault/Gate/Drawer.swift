import Sealing

/// Sealed rows, as they lay in the file when the entry was written.
struct Drawer {
  struct Row {
    var row: Transaction.RecordRow
    var fields: [Transaction.FieldRow]
    /// For a record of copies: the day in the table, which the sealed one must equal.
    var until: Int?

    /// The newest version of each field.
    var versions: [FieldID: UInt64] { fields.newestVersions }
  }

  var file: Transaction.File
  var principals: [Principal]
  var operations: Set<FieldID>
  /// Under which keys the restricted fields lie.
  var restrictions: CaseRestrictions
  var rows: [Row]
  /// Fields of which nobody has given the asker the key: nothing of it is opened then.
  var ungiven: Set<FieldID> = []
  /// Every record of the case with every kept version, for the manifest.
  var whole: [Row]
}

extension [Transaction.FieldRow] {
  /// The newest version of each field.
  var newestVersions: [FieldID: UInt64] {
    reduce(into: [:]) { $0[$1.id] = Swift.max($0[$1.id] ?? 0, $1.version) }
  }
}
