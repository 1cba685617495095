import FoundationEssentials
import GRDB
import Sealing

/// Destroys keys.
extension CustodyFile {
  /// One transaction for all, however many: an act on every case would wait for a disk as often else.
  ///
  /// - Parameters:
  ///   - rows: whose older outer keys go.
  ///   - whole: cases of which every key goes, that of the pseudonym too.
  func destroy(
    _ rows: [Transaction.PendingRow], whole: [Transaction.PendingRow]
  ) throws(VaultError) {
    try destroy((rows + whole).map(\.generation).max() ?? 0) { tx throws(VaultError) in
      for row in rows {
        try tx.run("DELETE FROM kk WHERE file=? AND number<?", [row.file, Int(row.below)])
      }
      for row in whole {
        try tx.run("DELETE FROM kk WHERE file=?", [row.file])
        try tx.run("DELETE FROM rec WHERE file=?", [row.file])
      }
    }
  }

  /// Keys go and the generation is stepped in one transaction; then nothing of them is left in the journal.
  func destroy(
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
  func clearJournal() throws(VaultError) {
    guard FileErasure.zero(path + "-journal") else { throw .readOnly }
  }
}
