public import Sealing

/// A consistency proof in a file of its own: one base64 hash a line, in the order of RFC 6962.
public enum ConsistencyFile {
  /// The file.
  public static func bytes(_ hashes: [Digest]) -> [UInt8] {
    Array(hashes.map { Base64.text($0.bytes) + "\n" }.joined().utf8)
  }

  /// The hashes in a file.
  ///
  /// - Throws: ``NoteFault/hash``; ``NoteFault/length`` for more hashes than a proof can have.
  public static func hashes(in bytes: [UInt8]) throws(AuditLogError) -> [Digest] {
    guard bytes.isEmpty || bytes.last == 0x0a else { throw .note(.hash) }
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast()
    guard lines.count <= WitnessRequest.maximumHashes else { throw .note(.length) }
    return try ProofLines.hashes(lines.map(Array.init)[...])
  }
}
