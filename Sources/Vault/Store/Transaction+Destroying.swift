import FoundationEssentials
import GRDB
import Sealing

/// Takes away what is stored of a case whose keys are destroyed.
extension Transaction {
  /// Everything but the case's row, which says by which entry it went, and who cared for it until then:
  /// the entries say that too.
  ///
  /// - Parameter withBatches: the batch keys too. One of an act on many cases serves the others still, and to
  ///   look through all of them takes the longer the more cases there are. Left behind, they open nothing and
  ///   do not say which case they were for.
  func empty(_ file: File, stated seq: Int, withBatches: Bool) throws(VaultError) {
    // First: the grant lists name them.
    for batch in withBatches ? try ownBatches(of: file.key) : [] {
      try run("DELETE FROM batch WHERE id=?", [Data(batch.bytes)])
    }
    try run(
      "DELETE FROM field WHERE record IN (SELECT key FROM record WHERE file=?)", [file.key])
    try deleteEvidence(of: file.key)
    for table in ["record", "pack", "class_key", "grant_list", "excerpt", "restricted", "draft"] {
      try run("DELETE FROM \(table) WHERE file=?", [file.key])
    }
    try run(
      "UPDATE assignment SET ended=? WHERE file=? AND ended IS NULL", [seq, file.key])
    try run(
      "UPDATE file SET seq=?,operations=? WHERE key=?", [seq, Data(), file.key])
  }

  /// The batches that the grant lists of a case name and those of no other case do.
  private func ownBatches(of file: Int) throws(VaultError) -> [Identifier] {
    var named: Set<Identifier> = []
    for row in try rows("SELECT list FROM grant_list WHERE file=?", [file]) {
      let bytes = try row.bytes(0)
      guard let list = try? GrantList(reading: bytes.span) else { continue }
      named.formUnion(list.entries.map(\.context.batch))
    }
    var own: [Identifier] = []
    for batch in named.sorted() {
      let other = try row(
        "SELECT 1 FROM grant_list WHERE file<>? AND instr(list,?)>0 LIMIT 1",
        [file, Data(batch.bytes)])
      if other == nil { own.append(batch) }
    }
    return own
  }

  /// Whether anything is left of a case but its row.
  func isEmptied(_ file: Int) throws(VaultError) -> Bool {
    guard try drafts(of: file).isEmpty else { return false }
    // What is only looked at is not brought on: before that format there was no such table.
    if try SQLiteFile.format(db) > 4, try evidenceCount(file) > 0 { return false }
    return try row(
      """
      SELECT 1 WHERE EXISTS(SELECT 1 FROM record WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM pack WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM class_key WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM grant_list WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM excerpt WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM restricted WHERE file=:file) \
      OR EXISTS(SELECT 1 FROM assignment WHERE file=:file AND ended IS NULL)
      """, ["file": file]) == nil
  }

  /// Whether a member ever cared for a case by assignment.
  func hasCared(_ member: Int, for file: Int) throws(VaultError) -> Bool {
    try row(
      "SELECT 1 FROM assignment WHERE file=? AND member=? LIMIT 1", [file, member]) != nil
  }
}
