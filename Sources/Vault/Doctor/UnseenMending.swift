/// What was set right before anybody could be asked who they are, and what it takes to put back of it what
/// nobody who may then stood for.
public struct UnseenMending: Sendable {
  public let mended: [Mended]
  /// The rows that were taken out of `pending`.
  let taken: [Transaction.PendingRow]
  /// How many entries there were.
  let size: Int
}
