import AuditLog
import Sealing

/// The two constants of custody: the salt of the handles' hashes and the key that turns a case code into
/// a case id. With one bit of either changed, every handle or every case would seem not to exist.
extension Custody {
  /// Format.md, "Custody's constants": what the entry of the first log key states as `sum`.
  func constantsDigest() throws(VaultError) -> Digest {
    try file.constantsDigest(vault: vault, label: Array("safekeep/custody/1".utf8))
  }

  /// As the file has it now, whatever this process last saw.
  func currentGeneration() throws(VaultError) -> Int { try file.constants().generation }

  /// Holds the constants against leaf 1, which root signed: no tree is needed to believe it.
  ///
  /// - Throws: `custodyAltered`; `logBroken` where leaf 1 is not root's.
  func checkConstants(_ tx: Transaction) throws(VaultError) {
    guard let root = try tx.rootKey(), root.digest.identifier == vault
    else { throw .logBroken(at: 0) }
    // A vault whose making was never committed has no entries.
    guard let bytes = try tx.leaf(at: 1) else { return }
    guard let leaf = try? Leaf(parsing: bytes), leaf.entry.seq == 1, leaf.isSigned(by: root)
    else { throw .logBroken(at: 1) }
    guard let stated = leaf.entry.sum else { return }
    guard try constantsDigest() == stated else { throw .custodyAltered(entry: 1) }
  }
}
