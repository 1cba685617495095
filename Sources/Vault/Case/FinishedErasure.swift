/// An erasure whose command died before it had looked through the files, and that another one finished.
public struct FinishedErasure: Hashable, Sendable {
  public let erasure: Erasure
  /// The entry that says that something is left; nil where nothing is.
  public let failed: Int?
}
