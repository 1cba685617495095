import Sealing

/// A member's key as two people read it out to each other: the first 80 bits of SHA-256 of the
/// Ed25519 public key, in five groups of four hexadecimal digits. To find a second key with the same
/// fingerprint takes about 2^80 tries, and there are seven days.
struct Fingerprint {
  let text: String

  init(_ key: VerifyingKey) { self.init(key.digest) }

  /// Of anything else that two people compare so.
  init(_ digest: Digest) {
    let digits = Array(digest.hex.prefix(20))
    text = stride(from: 0, to: 20, by: 4).map { String(digits[$0..<$0 + 4]) }
      .joined(separator: " ")
  }
}
