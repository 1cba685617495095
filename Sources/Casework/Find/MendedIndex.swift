/// Cases that were put into the index again.
public struct MendedIndex: Equatable, Sendable {
  public let cases: Int
  /// Cases that are lacking in it and that this member may not read whole: somebody else puts them in.
  public let left: Int
  /// Cases that do not open.
  public let shut: Int
  public let entry: Int
}
