import Sealing

/// Shares of the recovery seed, each sealed to one trustee: they lie among the sealed notes, by the hash
/// that the log states.
extension Transaction {
  /// Nil where there is none, or another one than its hash says.
  func share(_ sum: Digest) throws(VaultError) -> [UInt8]? {
    try note(sum).flatMap { Digest.of($0) == sum ? $0 : nil }
  }
}
