/// JSON for other systems (RFC 8259), members in the order given. Not that of entries: those have their
/// own, narrower form.
indirect enum EventValue: Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case array([EventValue])
  case object([(String, EventValue?)])
  /// Text that is JSON already.
  case raw([UInt8])

  /// Appends the text; members without a value are left out.
  func write(to out: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &out)
    case .integer(let number): out += Array(String(number).utf8)
    case .bool(let value): out += Array((value ? "true" : "false").utf8)
    case .raw(let bytes): out += bytes
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members): Self.write(members, to: &out)
    }
  }

  private static func write(_ members: [(String, EventValue?)], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    for (name, value) in members {
      guard let value else { continue }
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      write(name, to: &out)
      out.append(UInt8(ascii: ":"))
      value.write(to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  /// Entries hold no character that needs an escape; handles are escaped like any text.
  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: out += Array("\\u00".utf8) + Hexadecimal.pair(byte)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

extension EventValue {
  static func text(_ text: String?) -> EventValue? { text.map(EventValue.string) }
  static func number(_ number: Int?) -> EventValue? { number.map(EventValue.integer) }
}

extension Hexadecimal {
  fileprivate static func pair(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
