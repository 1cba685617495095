import Sealing

extension CaseID {
  /// Sixteen bytes, for a value that refers to another case.
  public var bytes: [UInt8] { identifier.bytes }

  /// Nil unless there are 16 bytes.
  public init?(bytes: [UInt8]) {
    guard let identifier = Identifier(bytes) else { return nil }
    self.init(identifier)
  }
}
