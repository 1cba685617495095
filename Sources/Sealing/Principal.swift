/// Who a key is wrapped to: a member (access by assignment), or one epoch of a standing role.
///
/// Principals order by kind, identifier and epoch, which is the order of grant lists.
public struct Principal: Hashable, Comparable, Sendable {
  /// The kind of a member.
  public static let memberKind: UInt8 = 1
  /// The kind of a role epoch.
  public static let epochKind: UInt8 = 2

  /// 1 for a member, 2 for a role epoch.
  public let kind: UInt8
  /// The member id, or fifteen zero bytes and the role number.
  public let id: Identifier
  /// 0 for a member.
  public let epoch: UInt32

  init(unchecked kind: UInt8, id: Identifier, epoch: UInt32) {
    self.kind = kind
    self.id = id
    self.epoch = epoch
  }

  /// Nil where no such principal can be: another kind, a member with an epoch, a role whose number is
  /// not in the last byte alone.
  public init?(kind: UInt8, id: Identifier, epoch: UInt32) {
    switch kind {
    case Self.memberKind: guard epoch == 0 else { return nil }
    case Self.epochKind: guard id.high == 0, id.low <= 0xFF else { return nil }
    default: return nil
    }
    self.init(unchecked: kind, id: id, epoch: epoch)
  }

  /// A member, by the id they keep for life.
  public static func member(_ id: Identifier) -> Principal {
    Principal(unchecked: memberKind, id: id, epoch: 0)
  }

  /// One epoch of the standing role with this number.
  public static func role(_ number: UInt8, epoch: UInt32) -> Principal {
    Principal(unchecked: epochKind, id: Identifier(high: 0, low: UInt64(number)), epoch: epoch)
  }

  /// Bytes of ``bytes``.
  static let count = 21

  /// kind ‖ id ‖ u32 epoch.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    append(to: &result)
    return result
  }

  /// Appends ``bytes``.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(kind)
    id.append(to: &bytes)
    bytes.append(littleEndian: epoch)
  }

  /// Reads ``bytes`` at an offset; the caller has checked the length.
  init?(reading bytes: Span<UInt8>, at offset: Int) {
    self.init(
      kind: bytes[offset], id: bytes.identifier(at: offset + 1),
      epoch: bytes.littleEndian(UInt32.self, at: offset + 17))
  }

  /// By kind, then id, then epoch.
  public static func < (left: Principal, right: Principal) -> Bool {
    (left.kind, left.id, left.epoch) < (right.kind, right.id, right.epoch)
  }
}
