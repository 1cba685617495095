/// What a sealed field holds: a typed value, or the reason why there is none. Byte layout:
/// type ‖ state ‖ value (Format.md, "Plaintext of a field").
public enum FieldValue: Hashable, Sendable {
  case absent(FieldState)
  case text(String)
  case integer(Int64)
  /// Decimal digits as given: money and quantities must not be rounded.
  case decimal(String)
  /// RFC 3339 full date, cut short where less is known: `2004`, `2004-05`, `2004-05-17`.
  case date(String)
  /// RFC 3339 date and time with offset.
  case dateTime(String)
  case bool(ThreeWay)
  case bytes([UInt8])
  case list([String])

  public var state: FieldState { if case .absent(let state) = self { state } else { .given } }

  var encoded: [UInt8] {
    var out: [UInt8] = [typeByte, state.rawValue]
    switch self {
    case .absent: break
    case .text(let text), .decimal(let text), .date(let text), .dateTime(let text):
      out.append(contentsOf: text.utf8)
    case .integer(let number): out.append(littleEndian: number)
    case .bool(let answer): out.append(answer.rawValue)
    case .bytes(let bytes): out.append(contentsOf: bytes)
    case .list(let items):
      out.append(littleEndian: UInt32(items.count))
      for item in items { out.append(prefixed: Array(item.utf8)) }
    }
    return out
  }

  private var typeByte: UInt8 {
    switch self {
    case .absent: 0
    case .text: 1
    case .integer: 2
    case .decimal: 3
    case .date: 4
    case .dateTime: 5
    case .bool: 6
    case .bytes: 7
    case .list: 8
    }
  }

  /// Nil where the bytes are not a value: unknown type, a state that does not fit, text that is
  /// not UTF-8, bytes left over. A sealed field that opens but does not read is as refused as one
  /// that does not open.
  init?(decoding bytes: [UInt8]) { self.init(decoding: bytes[...]) }

  init?(decoding bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 2, let type = bytes.first,
      let state = FieldState(rawValue: bytes[bytes.startIndex + 1]),
      (type == 0) == (state != .given),
      let value = Self.read(type: type, state: state, bytes.dropFirst(2))
    else { return nil }
    self = value
  }

  private static func read(type: UInt8, state: FieldState, _ body: ArraySlice<UInt8>) -> Self? {
    switch type {
    case 0: body.isEmpty ? .absent(state) : nil
    case 1: String(validating: body, as: UTF8.self).map(text)
    case 2: readInteger(body)
    case 3: String(validating: body, as: UTF8.self).map(decimal)
    case 4: String(validating: body, as: UTF8.self).map(date)
    case 5: String(validating: body, as: UTF8.self).map(dateTime)
    case 6: body.count == 1 ? ThreeWay(rawValue: body[body.startIndex]).map(bool) : nil
    case 7: .bytes(Array(body))
    case 8: readList(body)
    default: nil
    }
  }

  private static func readInteger(_ body: ArraySlice<UInt8>) -> Self? {
    var reader = ByteReader(body)
    guard let number: UInt64 = reader.integer(), reader.isAtEnd else { return nil }
    return .integer(Int64(bitPattern: number))
  }

  private static func readList(_ body: ArraySlice<UInt8>) -> Self? {
    var reader = ByteReader(body)
    guard let count: UInt32 = reader.integer(), count <= body.count / 4 else { return nil }
    var items: [String] = []
    for _ in 0..<count {
      guard let raw = reader.prefixedPart(), let item = String(validating: raw, as: UTF8.self)
      else { return nil }
      items.append(item)
    }
    return reader.isAtEnd ? .list(items) : nil
  }
}
