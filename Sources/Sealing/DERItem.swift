/// A value in the one form that DER allows (X.690, 8.1.3 and 10.1): a tag of one byte, its length in as few bytes as can
/// be, its content.
struct DERItem {
  let tag: UInt8
  let content: ArraySlice<UInt8>
  /// Tag, length and content.
  let whole: ArraySlice<UInt8>

  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31
  static let integer: UInt8 = 0x02
  static let octets: UInt8 = 0x04
  static let object: UInt8 = 0x06

  /// The values that follow one another in some bytes; nil where something else stands among them.
  static func items(in bytes: ArraySlice<UInt8>) -> [DERItem]? {
    var (rest, found) = (bytes, [DERItem]())
    while !rest.isEmpty {
      guard let item = DERItem(first: rest) else { return nil }
      found.append(item)
      rest = rest[item.whole.endIndex...]
    }
    return found
  }

  private init?(first bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 2, let tag = bytes.first, tag & 0x1f != 0x1f else { return nil }
    let head = bytes.dropFirst()
    let more = head.first.map { $0 < 0x80 ? 0 : Int($0 & 0x7f) } ?? 0
    let length = bytes.dropFirst(2).prefix(more)
    guard more <= 3, length.count == more else { return nil }
    let count = more == 0 ? Int(head.first ?? 0) : length.reduce(0) { $0 << 8 | Int($1) }
    let isShort = more == 0 ? count < 0x80 : count >= 0x80 && length.first != 0
    let behind = bytes.dropFirst(2 + more)
    guard isShort, behind.count >= count else { return nil }
    self.tag = tag
    content = behind.prefix(count)
    whole = bytes[bytes.startIndex..<content.endIndex]
  }

  /// What stands in it, where it is of a tag.
  func items(as tag: UInt8) -> [DERItem]? { self.tag == tag ? Self.items(in: content) : nil }

  /// A sequence of some values.
  static func sequence(of content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      switch count {
      case ..<0x80: [UInt8(count)]
      case ..<0x100: [0x81, UInt8(count)]
      case ..<0x1_0000: [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
      default: [0x83, UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
      }
    return [sequence] + length + content
  }
}
