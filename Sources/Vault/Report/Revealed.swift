/// What two people agreed to have told: which case a pseudonym is, or the other way round.
public struct Revealed: Sendable {
  /// The pseudonym, hexadecimal.
  public let pseudonym: String
  /// The operations of the case, of which one field is its code. Empty where the code was given.
  public let operations: [FieldID: FieldValue]
  /// The entry of the approval.
  public let entry: Int
}
