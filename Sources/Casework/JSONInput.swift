/// A JSON value as somebody gave it. Numbers stay as they were written: money is never a binary
/// fraction.
indirect enum JSONInput: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONInput])
  /// In the order given; a name stands once.
  case object([(name: String, value: JSONInput)])

  static func == (left: JSONInput, right: JSONInput) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }
}
