import AuditLog
import Sealing

/// What stands in the clear at the beginning of a file for another vault.
struct SealedFileHead: Equatable {
  var part: TransferPart
  /// Of the receiving role, on the card that it was sealed to.
  var epoch: UInt32
  var receiver: Identifier
  var sender: Identifier
  /// One for both files of a transfer.
  var transfer: Identifier

  static let label = Array("safekeep-file/v1".utf8)
  static let count = 72

  /// label 16 ‖ u8 part ‖ u8 role ‖ u16 zero ‖ u32 epoch ‖ receiver ‖ sender ‖ transfer.
  var bytes: [UInt8] {
    var out = Self.label + [part.rawValue, part.standing.rawValue, 0, 0]
    out.append(littleEndian: epoch)
    for name in [receiver, sender, transfer] { name.append(to: &out) }
    return out
  }

  init(
    part: TransferPart, epoch: UInt32, receiver: Identifier, sender: Identifier,
    transfer: Identifier
  ) {
    (self.part, self.epoch) = (part, epoch)
    (self.receiver, self.sender, self.transfer) = (receiver, sender, transfer)
  }

  /// Nil for anything that is not written so.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count, let part = TransferPart(rawValue: bytes[16]) else {
      return nil
    }
    var reader = ByteReader(bytes[20...])
    guard let epoch: UInt32 = reader.integer(),
      let receiver = reader.take(16).flatMap({ Identifier($0) }),
      let sender = reader.take(16).flatMap({ Identifier($0) }),
      let transfer = reader.take(16).flatMap({ Identifier($0) })
    else { return nil }
    self.init(part: part, epoch: epoch, receiver: receiver, sender: sender, transfer: transfer)
    guard self.bytes == bytes else { return nil }
  }
}
