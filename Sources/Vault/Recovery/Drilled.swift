/// What a drill showed.
public struct Drilled: Hashable, Sendable {
  /// Which seed the shares give.
  public enum Seed: Hashable, Sendable {
    case root
    case recovery(epoch: Int)
  }

  public let entry: Int
  public let seed: Seed
}
