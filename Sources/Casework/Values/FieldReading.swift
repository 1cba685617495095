public import Vault

/// A checked value, ready to be sealed, and what is odd about it.
public struct FieldReading: Equatable, Sendable {
  public let value: FieldValue
  public let warnings: [ValueWarning]

  public init(_ value: FieldValue, warnings: [ValueWarning] = []) {
    self.value = value
    self.warnings = warnings
  }
}
