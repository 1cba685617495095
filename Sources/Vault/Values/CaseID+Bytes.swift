import Sealing

extension CaseID {
  /// The 16 bytes, for a field that refers to a case.
  public var bytes: [UInt8] { identifier.bytes }

  /// Nil unless it is 16 bytes.
  public init?(bytes: [UInt8]) {
    guard let identifier = Identifier(bytes) else { return nil }
    self.init(identifier)
  }
}
