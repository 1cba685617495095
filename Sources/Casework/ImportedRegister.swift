public import Vault

/// A register that was taken in whole.
public struct ImportedRegister: Equatable, Sendable {
  public let count: Int
  /// The entry of the log for the whole; each case has one of its own before it.
  public let entry: Int
  /// The role under which it was taken in: a social worker keeps what they open, what intake or a lead
  /// opens waits for an owner.
  public let role: Role?
  /// What the steps after reception will ask for: the field, and how many cases lack it.
  public let missing: [MissingField]
  /// How many rows had something odd about them, by what it was.
  public let warnings: [ValueWarning: Int]
  /// Rows that are likely to be of people who have a file, or who stand in it twice, and how many files could not be
  /// looked through; nil where there are none of either.
  public let likeness: RegisterLikeness?
  /// How many files were linked to the one of the same person.
  public internal(set) var linked = 0
  /// Lines of which it was said that they are of people who have a file, and that could not be linked to it: whoever
  /// took the register in may not read it, or it is told only that there is one.
  public internal(set) var unlinked: [Int] = []
}
