/// Rows of a register that are likely to be of people who have a file already, or who stand in it twice.
public struct RegisterLikeness: Equatable, Sendable {
  /// Nobody.
  public init() {}

  /// All of them, in the order of the file: what is not named nobody can decide about.
  public internal(set) var rows: [LikelyRow] = []
  /// The entry that says how many there are, and the last of which files were told.
  public internal(set) var entry = 0

  /// Files of the vault that could not be looked through, at most: nobody knows whether a row is of one of them.
  public internal(set) var unsearched = 0

  /// Nothing that anybody has to decide.
  public var isEmpty: Bool { rows.isEmpty && unsearched == 0 }

  public var count: Int { rows.count }

  /// Those that are like a row above them: the register says something twice, whoever has a file.
  public var repeated: Int {
    rows.count { row in if case .row = row.other { true } else { false } }
  }
}
