/// A parser of bytes that come from outside.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  init(_ name: String, _ run: @escaping @Sendable ([UInt8]) -> Void) {
    (self.name, self.run) = (name, run)
  }

  /// A parser whose value says the same bytes again: what it takes has one spelling.
  static func spelled<Value>(
    _ name: String, _ parse: @escaping @Sendable ([UInt8]) throws -> Value,
    _ bytes: @escaping @Sendable (Value) -> [UInt8]
  ) -> FuzzTarget {
    FuzzTarget(name) { input in
      guard let value = try? parse(input) else { return }
      precondition(bytes(value) == input, "\(name): taken, and said back otherwise")
    }
  }

  /// A parser of which only the end is asked: it refuses, or gives something.
  static func taken<Value>(
    _ name: String, _ parse: @escaping @Sendable ([UInt8]) throws -> Value
  ) -> FuzzTarget {
    FuzzTarget(name) { _ = try? parse($0) }
  }

  static let all = log + keys + work
}
