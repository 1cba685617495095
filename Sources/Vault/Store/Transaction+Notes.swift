import FoundationEssentials
import GRDB
import Sealing

/// Sealed texts that entries state the hash of (design, audit: `note`). They can be erased; the entries
/// stay.
extension Transaction {
  func insertNote(_ sealed: [UInt8]) throws(VaultError) {
    try run(
      "INSERT INTO audit_note(hash,sealed) VALUES(?,?)",
      [Data(Digest.of(sealed).bytes), Data(sealed)])
  }

  func note(_ hash: Digest) throws(VaultError) -> [UInt8]? {
    try row("SELECT sealed FROM audit_note WHERE hash=?", [Data(hash.bytes)])?.bytes(0)
  }

  /// The notes of one form.
  func notes(beginning head: [UInt8]) throws(VaultError) -> [[UInt8]] {
    try rows(
      "SELECT sealed FROM audit_note WHERE substr(sealed,1,?)=? ORDER BY hash",
      [head.count, Data(head)]
    ).map { row throws(VaultError) in try row.bytes(0) }
  }

  func deleteNote(_ hash: Digest) throws(VaultError) {
    try run("DELETE FROM audit_note WHERE hash=?", [Data(hash.bytes)])
  }
}
