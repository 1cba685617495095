/// JSON as this program writes it (RFC 8259): members in the order given, no white space, one line.
///
/// Not `JSONEncoder`: the order of a report is part of what is documented, it must be the same on
/// every system, and the whole of Foundation is a long way to go for a pair of braces.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value. The name is a key of this program, never translated.
  struct Member: Equatable, Sendable {
    let name: String
    let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The text of the value, in UTF-8, letters as they are.
  var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .string(let value): Self.write(value, to: &out)
    case .array(let values):
      Self.write(values, between: "[", "]", to: &out) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members, between: "{", "}", to: &out) {
        Self.write($0.name, to: &$1)
        $1 += ":"
        $0.value.write(to: &$1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between open: String, _ close: String, to out: inout String,
    each: (Item, inout String) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      each(item, &out)
    }
    out += close
  }

  /// Escapes what RFC 8259 section 7 demands, and every other control that a terminal would act on:
  /// JSON is read by programs, but it is also looked at.
  private static func write(_ string: String, to out: inout String) {
    out += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where Escaping.isControl(scalar): out += Escaping.hexadecimal(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
