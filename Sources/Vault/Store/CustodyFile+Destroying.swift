import FoundationEssentials
import GRDB
import Sealing

/// Destroys keys, and looks for what may be left of them.
extension CustodyFile {
  /// One transaction for all, however many: an act on every case would wait for a disk as often else.
  func destroyOuterKeys(_ rows: [Transaction.PendingRow]) throws(VaultError) {
    try destroy(rows.map(\.generation).max() ?? 0) { tx throws(VaultError) in
      for row in rows {
        try tx.run("DELETE FROM kk WHERE file=? AND number<?", [row.file, Int(row.below)])
      }
    }
  }

  /// Every key of a case, that of its pseudonym too.
  func destroyKeys(file: Int, generation: Int) throws(VaultError) {
    try destroy(generation) { tx throws(VaultError) in
      try tx.run("DELETE FROM kk WHERE file=?", [file])
      try tx.run("DELETE FROM rec WHERE file=?", [file])
    }
  }

  private func destroy(
    _ generation: Int, _ body: (Transaction) throws(VaultError) -> Void
  ) throws(VaultError) {
    try change { tx throws(VaultError) in
      try body(tx)
      try tx.run("UPDATE custody SET generation=max(generation,?) WHERE one=1", [generation])
    }
    try clearJournal()
  }

  /// The journal keeps the pages that held the destroyed keys. PERSIST leaves it a file of the same length,
  /// so zeros reach the very blocks; truncating would leave them on the device.
  private func clearJournal() throws(VaultError) {
    guard FileErasure.zero(path + "-journal") else { throw .readOnly }
  }
}

// MARK: What may be left of destroyed keys

extension CustodyFile {
  func scan(forKeysOf file: Int) throws(VaultError) -> ByteScan {
    try look { tx throws(VaultError) in
      let rows = try tx.rows(
        "SELECT key FROM kk WHERE file=:file UNION ALL SELECT key FROM rec WHERE file=:file",
        ["file": file])
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
