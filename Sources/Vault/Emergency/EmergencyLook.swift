/// What is shown of an emergency to a duty officer or a lead.
public struct EmergencyLook: Sendable {
  public let emergency: Emergency
  /// The operations row of its case, which every duty officer's list shows.
  public let operations: [FieldID: FieldValue]
  /// Why, in the words of who asked; nil for who is no lead, and where it is gone.
  public let text: String?
  /// The entry of this look.
  public let entry: Int
}
