import GRDB
import Sealing

/// Where the log speaks of backups.
extension Transaction {
  /// The newest entries that may state one, newest first: a few are enough for one of each kind.
  func backupEntries(from first: Int) throws(VaultError) -> [Int] {
    try rows(
      """
      SELECT idx FROM audit_leaf WHERE idx>=? \
      AND instr(leaf,CAST('"act":"vault.backup"' AS BLOB))>0 ORDER BY idx DESC LIMIT 64
      """, [first]
    ).map { row throws(VaultError) in try row.int(0) }
  }
}
