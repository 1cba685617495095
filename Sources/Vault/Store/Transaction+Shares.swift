import FoundationEssentials
import GRDB
import Sealing

/// Shares of the recovery seed, each sealed to one trustee, by the hash that the log states.
extension Transaction {
  func insertShare(_ sealed: [UInt8]) throws(VaultError) {
    try run(
      "INSERT INTO audit_note(hash,sealed) VALUES(?,?)",
      [Data(Digest.of(sealed).bytes), Data(sealed)])
  }

  /// Nil where there is none, or another one than its hash says.
  func share(_ sum: Digest) throws(VaultError) -> [UInt8]? {
    guard
      let row = try row("SELECT sealed FROM audit_note WHERE hash=?", [Data(sum.bytes)])
    else { return nil }
    let sealed = try row.bytes(0)
    return Digest.of(sealed) == sum ? sealed : nil
  }

  func deleteShare(_ sum: Digest) throws(VaultError) {
    try run("DELETE FROM audit_note WHERE hash=?", [Data(sum.bytes)])
  }
}
