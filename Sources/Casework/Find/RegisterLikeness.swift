/// Rows of a register that are likely to be of people who have a file already, or who stand in it twice.
public struct RegisterLikeness: Equatable, Sendable {
  /// The first of them, in the order of the file.
  public internal(set) var rows: [LikelyRow] = []
  /// All of them.
  public internal(set) var count = 0
  /// The entry that says how many there are, and the last of which files were told.
  public internal(set) var entry = 0

  /// Files of the vault that could not be looked through, at most: nobody knows whether a row is of one of them.
  public internal(set) var unsearched = 0

  /// Nothing that anybody has to decide.
  public var isEmpty: Bool { count == 0 && unsearched == 0 }

  /// More than anybody looks through in one go.
  static let kept = 500
  /// Whether there are more than are named: then nobody can say of all of them what they are.
  public var isCut: Bool { count > rows.count }
}
