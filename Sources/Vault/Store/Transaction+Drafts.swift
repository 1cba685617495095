import FoundationEssentials
import GRDB
import Sealing

/// What was typed into forms that nobody finished yet. The rows are no part of a case's manifest: what a
/// row must be is said by the entry that it names.
extension Transaction {
  struct DraftRow {
    /// The entry that says that it was kept.
    var seq: Int
    var file: Int
    var member: Int
    /// The noun of the form.
    var form: String
    /// The record that is corrected; nil for one that is made.
    var record: RecordID?
    var sealed: [UInt8]
  }

  /// The drafts of a case, the newest first.
  func drafts(of file: Int) throws(VaultError) -> [DraftRow] {
    // An examination looks into a vault of before as it is.
    guard try SQLiteFile.format(db) > 4 else { return [] }
    return try drafts(
      rows(
        "SELECT seq,file,member,form,record,sealed FROM draft WHERE file=? ORDER BY seq DESC",
        [file]))
  }

  func drafts(by member: Int) throws(VaultError) -> [DraftRow] {
    try drafts(
      rows(
        "SELECT seq,file,member,form,record,sealed FROM draft WHERE member=? ORDER BY seq",
        [member]))
  }

  private func drafts(_ rows: [Row]) throws(VaultError) -> [DraftRow] {
    try rows.map { row throws(VaultError) in
      DraftRow(
        seq: try row.int(0), file: try row.int(1), member: try row.int(2), form: try row.text(3),
        record: Identifier(try row.bytes(4)).map(RecordID.init), sealed: try row.bytes(5))
    }
  }

  func insert(_ row: DraftRow) throws(VaultError) {
    try run(
      "INSERT INTO draft(seq,file,member,form,record,sealed) VALUES(?,?,?,?,?,?)",
      [
        row.seq, row.file, row.member, row.form, Data(row.record?.bytes ?? []), Data(row.sealed),
      ])
  }

  /// In another outer seal. `secure_delete` overwrites the one before.
  func setDraft(_ sealed: [UInt8], at seq: Int) throws(VaultError) {
    try run("UPDATE draft SET sealed=? WHERE seq=?", [Data(sealed), seq])
  }

  func deleteDraft(_ seq: Int, of file: Int, by member: Int) throws(VaultError) {
    try run("DELETE FROM draft WHERE seq=? AND file=? AND member=?", [seq, file, member])
  }

  func deleteDrafts(by member: Int) throws(VaultError) {
    try run("DELETE FROM draft WHERE member=?", [member])
  }

  func deleteDrafts(of file: Int) throws(VaultError) {
    try run("DELETE FROM draft WHERE file=?", [file])
  }

  /// Format 4 had no such table.
  func addDrafts() throws(VaultError) {
    for statement in Schema.drafts { try run(statement, []) }
  }
}
