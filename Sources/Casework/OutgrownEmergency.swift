public import Vault

/// An emergency in force whose key does not open the newest of a class: another key came since it was given.
public struct OutgrownEmergency: Hashable, Sendable {
  /// The `emergency.open`, by which it is ended.
  public let entry: Int
  public let fieldClass: FieldClass
}
