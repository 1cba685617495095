/// Reads JSON strictly (RFC 8259), as forms are given with `--from`.
///
/// Our own, because a form must refuse what other readers pass over: a name that stands twice (which
/// of the two was meant?), a lone surrogate, and anything behind the value.
struct JSONReader {
  /// A form is an object of values and short lists; deeper is a mistake, or an attack on the stack.
  private static let deepest = 4

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: `.json` with the byte at which it is not JSON; `.jsonTwice`.
  static func read(_ bytes: [UInt8]) throws(CaseworkError) -> JSONInput {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipBlank()
    guard reader.index == bytes.count else { throw reader.fault }
    return value
  }

  private var fault: CaseworkError { .json(at: index) }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlank() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func demand(_ character: Unicode.Scalar) throws(CaseworkError) {
    guard take(UInt8(ascii: character)) else { throw fault }
  }

  private mutating func value() throws(CaseworkError) -> JSONInput {
    skipBlank()
    switch next {
    case UInt8(ascii: "{"):
      return .object(try nested { reader throws(CaseworkError) in try reader.members() })
    case UInt8(ascii: "["):
      return .array(try nested { reader throws(CaseworkError) in try reader.items() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested<Value>(
    _ body: (inout JSONReader) throws(CaseworkError) -> Value
  ) throws(CaseworkError) -> Value {
    guard depth < Self.deepest else { throw fault }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  // MARK: Objects and arrays

  private mutating func members() throws(CaseworkError) -> [JSONInput.Member] {
    try demand("{")
    var members: [JSONInput.Member] = []
    var names: Set<String> = []
    skipBlank()
    if take(UInt8(ascii: "}")) { return [] }
    repeat {
      skipBlank()
      let name = try string()
      guard names.insert(name).inserted else { throw .jsonTwice(at: index) }
      skipBlank()
      try demand(":")
      members.append(JSONInput.Member(name: name, value: try value()))
      skipBlank()
    } while take(UInt8(ascii: ","))
    try demand("}")
    return members
  }

  private mutating func items() throws(CaseworkError) -> [JSONInput] {
    try demand("[")
    var items: [JSONInput] = []
    skipBlank()
    if take(UInt8(ascii: "]")) { return [] }
    repeat {
      items.append(try value())
      skipBlank()
    } while take(UInt8(ascii: ","))
    try demand("]")
    return items
  }

  // MARK: Words and numbers

  private mutating func word(
    _ text: String, _ value: JSONInput
  ) throws(CaseworkError) -> JSONInput {
    guard bytes[index...].starts(with: text.utf8) else { throw fault }
    index += text.utf8.count
    return value
  }

  /// `-`? integer fraction? exponent?, as in RFC 8259 section 6.
  private mutating func number() throws(CaseworkError) -> String {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(CaseworkError) {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw fault }
  }

  // MARK: Strings

  private mutating func string() throws(CaseworkError) -> String {
    try demand("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault }
      index += 1
      if byte == UInt8(ascii: "\\") { text += try escaped() } else { text.append(byte) }
    }
    try demand("\"")
    guard let string = String(validating: text, as: UTF8.self) else { throw fault }
    return string
  }

  private mutating func escaped() throws(CaseworkError) -> [UInt8] {
    guard let byte = next else { throw fault }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try Array(String(scalar()).utf8)
    default: throw fault
    }
  }

  /// One scalar from `\uXXXX`, or from two of them that make a surrogate pair.
  private mutating func scalar() throws(CaseworkError) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    try demand("\\")
    try demand("u")
    let second = try unit()
    guard (0xD800...0xDBFF).contains(first), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault }
    return scalar
  }

  private mutating func unit() throws(CaseworkError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
