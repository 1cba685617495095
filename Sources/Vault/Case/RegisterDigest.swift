import Sealing

/// SHA-256 of a file that is read in pieces, for entries that state what was brought in.
public struct RegisterDigest: Hashable, Sendable {
  let digest: Digest
  /// Below its heading; a cell with lines of its own counts for more.
  public let lines: Int

  /// Of a file in pieces: `next` gives the next piece, nil at the end.
  public init(_ next: () throws(VaultError) -> [UInt8]?) throws(VaultError) {
    var context = DigestContext()
    var (feeds, last) = (0, UInt8(ascii: "\n"))
    while let piece = try next() {
      context.update(piece)
      for byte in piece where byte == UInt8(ascii: "\n") { feeds += 1 }
      last = piece.last ?? last
    }
    digest = context.finish()
    lines = max(0, feeds + (last == UInt8(ascii: "\n") ? 0 : 1) - 1)
  }
}
