/// The lists of the program in the operations row, which Casework names: they are no part of what people
/// recorded.
public struct TransferLists: Hashable, Sendable {
  /// What was sent and what the case came in by.
  public let transfer: FieldID
  /// What waits for a second person: entries and members of one vault.
  public let pending: FieldID
  /// The clocks that run.
  public let due: FieldID

  public init(transfer: FieldID, pending: FieldID, due: FieldID) {
    (self.transfer, self.pending, self.due) = (transfer, pending, due)
  }

  /// What people recorded, of a row.
  func recorded(_ row: [FieldID: FieldValue]) -> [FieldID: FieldValue] {
    row.filter { ![transfer, pending, due].contains($0.key) }
  }

  /// What travels: the clocks too, which run on.
  func carried(_ row: [FieldID: FieldValue]) -> [FieldID: FieldValue] {
    row.filter { ![transfer, pending].contains($0.key) }
  }
}
