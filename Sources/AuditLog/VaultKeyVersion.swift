public import Sealing

/// The version of a key of the whole vault that counts now.
public struct VaultKeyVersion: Hashable, Sendable {
  /// Which key.
  public let kind: VaultKeyKind
  /// The first is 0 or 1; then one more each time.
  public let version: Int
  /// The `key.rotate` that made it.
  public let seq: Int
  /// The hash of the grant list made with it.
  public let grant: Digest

  func write(to writer: inout ByteWriter) {
    writer.number(kind.number, bytes: 1)
    writer.number(version, bytes: 8)
    writer.number(seq, bytes: 8)
    writer.digest(grant)
  }

  init?(from reader: inout ByteReader) {
    guard let number = reader.number(bytes: 1), number < VaultKeyKind.allCases.count,
      let version = reader.number(bytes: 8), let seq = reader.number(bytes: 8),
      let grant = reader.digest()
    else { return nil }
    self.init(kind: VaultKeyKind.allCases[number], version: version, seq: seq, grant: grant)
  }

  init(kind: VaultKeyKind, version: Int, seq: Int, grant: Digest) {
    (self.kind, self.version, self.seq, self.grant) = (kind, version, seq, grant)
  }
}
