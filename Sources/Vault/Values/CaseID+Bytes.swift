import Sealing

extension CaseID {
  /// The 16 bytes, for a field that refers to a case.
  public var bytes: [UInt8] { identifier.bytes }
}
