import FoundationEssentials
import GRDB
import Sealing

/// Takes away a case of which nothing may be left, and says first what there was.
extension Transaction {
  /// How much is stored of a case.
  func tally(_ file: Int) throws(VaultError) -> Erasure.Tally {
    func count(_ table: String, _ more: String = "") throws(VaultError) -> Int {
      try row("SELECT count(*) FROM \(table) WHERE file=?\(more)", [file])?.int(0) ?? 0
    }
    let values = try row(
      "SELECT count(*) FROM field WHERE record IN (SELECT key FROM record WHERE file=?)", [file])
    return Erasure.Tally(
      records: try count("record"), values: try values?.int(0) ?? 0,
      keys: try count("class_key"), packs: try count("pack"),
      copies: try count("excerpt", " AND ended IS NULL"),
      restrictions: try count("restricted", " AND lifted IS NULL"))
  }

  /// Hands over a piece of everything sealed that is stored of a case: what must be in no file afterwards.
  ///
  /// Of each the part that nobody else's could equal: nonces, commitments, hashes.
  func eachTrace(of file: File, _ body: ([UInt8]) -> Void) throws(VaultError) {
    try eachOuterTrace(of: file, body)
    for row in try rows("SELECT list FROM grant_list WHERE file=?", [file.key]) {
      body(Array(try row.bytes(0).suffix(Self.hashLength)))
    }
    try each(
      "SELECT blob FROM field WHERE record IN (SELECT key FROM record WHERE file=?)", [file.key]
    ) { row throws(VaultError) in
      body(Self.trace(of: try row.bytes(0)))
    }
    try eachEvidenceTrace(of: file.key, body)
  }

  /// The same of what lies under the outer key.
  func eachOuterTrace(of file: File, _ body: ([UInt8]) -> Void) throws(VaultError) {
    body(Array(file.operations.dropFirst(Self.numberLength)))
    for pack in try packs(of: file.key) { body(Array(pack.outer.dropFirst(Self.numberLength))) }
    for draft in try drafts(of: file.key) { body(Array(draft.sealed.dropFirst(Self.numberLength))) }
  }

  static func trace(of blob: [UInt8]) -> [UInt8] { Array(blob.dropFirst(commitmentStart)) }

  /// Outer seals begin with the number of their key, a small one; fields with a header and a salt, behind
  /// which their commitment stands (Format.md, "A sealed field").
  private static let numberLength = 4
  private static let commitmentStart = 36
  private static let hashLength = 32

  /// What still names a case whose keys are gone: its row, by which whoever knows the code would find the
  /// entry that erased it, and from there who looked.
  func deleteFile(_ key: Int) throws(VaultError) {
    try run("DELETE FROM assignment WHERE file=?", [key])
    try run("DELETE FROM file WHERE key=?", [key])
  }
}
