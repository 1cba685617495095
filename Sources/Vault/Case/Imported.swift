/// A register that was taken in whole.
public struct Imported: Hashable, Sendable {
  public let count: Int
  public let entry: Int
}
