import Sealing

/// The lines before the checkpoint in proof and witness files: some header lines, hashes in base64, and
/// an empty line.
enum ProofLines {
  /// The lines before the first empty line, and the bytes of the note behind it.
  static func divide(
    _ bytes: [UInt8]
  ) throws(AuditLogError) -> (lines: [[UInt8]], note: [UInt8]) {
    guard bytes.count <= SignedNote.maximumLength else { throw .note(.length) }
    guard
      let end = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x0a && bytes[$0 + 1] == 0x0a
      })
    else { throw .note(.header) }
    let lines = bytes[..<end].split(separator: 0x0a, omittingEmptySubsequences: false)
    return (lines.map(Array.init), Array(bytes[(end + 2)...]))
  }

  /// What stands in a line after its beginning; nil where it begins otherwise.
  static func rest(of line: [UInt8], after prefix: String) -> ArraySlice<UInt8>? {
    line.starts(with: prefix.utf8) ? line.dropFirst(prefix.utf8.count) : nil
  }

  static func hashes(_ lines: ArraySlice<[UInt8]>) throws(AuditLogError) -> [Digest] {
    var hashes: [Digest] = []
    for line in lines {
      guard let hash = Base64.digest(of: line) else { throw .note(.hash) }
      hashes.append(hash)
    }
    return hashes
  }

  /// The hashes and the empty line.
  static func lines(_ hashes: [Digest]) -> [UInt8] { page(hashes) + [0x0a] }

  /// The hashes alone, one a line: a file of its own.
  static func page(_ hashes: [Digest]) -> [UInt8] {
    Array(hashes.map { Base64.text($0.bytes) + "\n" }.joined().utf8)
  }

  /// The hashes in such a file.
  ///
  /// - Throws: ``NoteFault/hash``.
  static func hashes(inPage bytes: [UInt8]) throws(AuditLogError) -> [Digest] {
    var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    guard lines.popLast()?.isEmpty == true else { throw .note(.hash) }
    return try hashes(lines[...])
  }
}
