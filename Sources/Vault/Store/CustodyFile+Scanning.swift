import FoundationEssentials
import GRDB
import Sealing

/// What may be left of destroyed keys.
extension CustodyFile {
  /// - Parameters:
  ///   - segment: where those of the case's part of the search index stand.
  ///   - isWhole: that of the pseudonym too.
  func scan(
    forKeysOf file: Int, and segment: Int, isWhole: Bool
  ) throws(VaultError) -> ByteScan {
    try look { tx throws(VaultError) in
      let rows = try tx.rows(
        """
        SELECT key FROM kk WHERE file IN (:file,:segment) \
        UNION ALL SELECT key FROM rec WHERE file=:file AND :whole
        """, ["file": file, "segment": segment, "whole": isWhole])
      let scan = try VaultError.sealing { () throws(SealingError) in
        try ByteScan(keys: rows.count)
      }
      for row in rows {
        let bytes = try row.data(0)
        try VaultError.sealing { () throws(SealingError) in try scan.look(forKey: bytes.span) }
      }
      return scan
    }
  }

  /// Whether the file or its journal holds any of it.
  func holds(_ scan: ByteScan) throws(VaultError) -> Bool {
    try SQLiteFile.isLeft(scan, in: path)
  }

  /// Writes the whole file anew: SQLite clears what it deletes, but not the copies that it left behind in a
  /// page when it moved rows to another.
  func rewrite() throws(VaultError) {
    try SQLiteFile.rewrite(queue)
    try clearJournal()
  }
}
