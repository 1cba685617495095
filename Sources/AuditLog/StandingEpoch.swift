public import Sealing

/// The epoch of a standing role that counts now.
public struct StandingEpoch: Hashable, Sendable {
  /// The role.
  public let role: StandingRole
  /// From 0, one more each time.
  public let epoch: Int
  /// The `key.rotate` that made it.
  public let seq: Int
  /// The key that secrets are sealed to.
  public let box: BoxPublicKey
  /// The hash of the grant list made with it.
  public let grant: Digest

  func write(to writer: inout ByteWriter) {
    writer.number(Int(role.rawValue), bytes: 1)
    writer.number(epoch, bytes: 8)
    writer.number(seq, bytes: 8)
    writer.raw(box.bytes)
    writer.digest(grant)
  }

  init?(from reader: inout ByteReader) {
    guard let number = reader.number(bytes: 1), let role = StandingRole(rawValue: UInt8(number)),
      let epoch = reader.number(bytes: 8), let seq = reader.number(bytes: 8),
      let box = reader.raw(32).flatMap({ BoxPublicKey($0) }), let grant = reader.digest()
    else { return nil }
    self.init(role: role, epoch: epoch, seq: seq, box: box, grant: grant)
  }

  init(role: StandingRole, epoch: Int, seq: Int, box: BoxPublicKey, grant: Digest) {
    (self.role, self.epoch, self.seq, self.box, self.grant) = (role, epoch, seq, box, grant)
  }
}
