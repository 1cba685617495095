import AuditLog
import Sealing

/// An answer of a time-stamp authority (RFC 3161, section 2.4.2) in its whole form, and signed by nobody: enough for who
/// trusts none.
enum SampleStamp {
  /// - Parameter time: as the authority states it, `YYYYMMDDhhmmssZ`.
  static func response(of note: [UInt8], time: String = "20261122140500Z") -> [UInt8] {
    let hash = sequence([
      sequence([oid("608648016503040201"), [0x05, 0x00]]), item(0x04, Digest.of(note).bytes),
    ])
    let info = sequence([
      number(1), oid("2a03"), hash, number(1), item(0x18, Array(time.utf8)),
    ])
    let content = sequence([
      oid("2a864886f70d0109100104"), item(0xa0, item(0x04, info)),
    ])
    let signed = sequence([number(3), item(0x31, []), content, item(0x31, [])])
    let token = sequence([oid("2a864886f70d010702"), item(0xa0, signed)])
    return sequence([sequence([number(0)]), token])
  }

  // MARK: DER (X.690)

  private static func item(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      switch count {
      case ..<128: [UInt8(count)]
      case ..<256: [0x81, UInt8(count)]
      default: [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
      }
    return [tag] + length + content
  }

  private static func sequence(_ parts: [[UInt8]]) -> [UInt8] { item(0x30, parts.flatMap(\.self)) }

  private static func number(_ value: UInt8) -> [UInt8] { item(0x02, [value]) }

  private static func oid(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return item(
      0x06,
      stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      })
  }
}
