/// An error of a room further in that knows how the porch is to tell it.
protocol Tellable: Error {
  var fault: Fault { get }
}

extension Fault {
  /// Any error as a fault. One of no room has a name in the code alone, and its text may hold a
  /// value: it is not shown.
  static func of(_ error: any Error) -> Fault {
    switch error {
    case let fault as Fault: fault
    case let error as any Tellable: error.fault
    default: Fault(.failed) { $0.unexpected }
    }
  }

  /// Runs a step of a room further in and tells its failures in the porch's words.
  static func translating<Result: ~Copyable>(
    _ body: () throws -> Result
  ) throws(Fault) -> Result {
    do { return try body() } catch { throw of(error) }
  }
}
