import Sealing

/// SHA-256 of a file that is read in pieces, for entries that state what was brought in.
public struct RegisterDigest: Hashable, Sendable {
  let digest: Digest

  /// Of a file in pieces: `next` gives the next piece, nil at the end.
  public init(_ next: () throws(VaultError) -> [UInt8]?) throws(VaultError) {
    var context = DigestContext()
    while let piece = try next() { context.update(piece) }
    digest = context.finish()
  }
}
