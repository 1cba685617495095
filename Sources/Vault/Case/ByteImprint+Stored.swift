import AuditLog
import Sealing

/// Imprints as a note holds them (Format.md, "An erased case").
extension ByteImprint {
  static func append(_ imprints: [ByteImprint], to bytes: inout [UInt8]) {
    for imprint in imprints {
      bytes.append(littleEndian: imprint.start)
      imprint.hash.append(to: &bytes)
    }
  }

  /// All that is left of the bytes; nil where they are no imprints.
  static func all(in reader: inout ByteReader) -> [ByteImprint]? {
    var found: [ByteImprint] = []
    while !reader.isAtEnd {
      guard let start: UInt32 = reader.integer(),
        let hash = reader.take(32).flatMap({ Digest(Array($0)) })
      else { return nil }
      found.append(ByteImprint(start: start, hash: hash))
    }
    return found
  }
}
