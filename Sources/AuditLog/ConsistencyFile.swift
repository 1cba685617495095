public import Sealing

/// A consistency proof in a file of its own: one base64 hash a line, in the order of RFC 6962.
public enum ConsistencyFile {
  /// The file.
  public static func bytes(_ hashes: [Digest]) -> [UInt8] {
    ProofLines.page(hashes)
  }

  /// The hashes in a file.
  ///
  /// - Throws: ``NoteFault/hash``; ``NoteFault/length`` for more hashes than a proof can have.
  public static func hashes(in bytes: [UInt8]) throws(AuditLogError) -> [Digest] {
    let hashes = try ProofLines.hashes(inPage: bytes)
    guard hashes.count <= WitnessRequest.maximumHashes else { throw .note(.length) }
    return hashes
  }
}
