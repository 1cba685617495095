/// What a file for another vault is handed over on, as the sender recorded it: the receiver holds it against
/// the file, and the second file of a transfer against the first.
public struct TransferBasis: Hashable, Sendable {
  /// What Casework names it by; the Vault carries it and does not read it.
  public let text: String
  /// The entry of the consent; nil where it is no consent.
  public let by: Int?
  /// When it ends, in UTC milliseconds; nil where nothing ends it.
  public let until: Int?

  public init(_ text: String, by: Int? = nil, until: Int? = nil) {
    (self.text, self.by, self.until) = (text, by, until)
  }
}
