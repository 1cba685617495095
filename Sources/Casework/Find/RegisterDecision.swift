/// What is to become of the rows of a register that are likely to be of people who have a file.
public enum RegisterDecision: Sendable {
  /// Nothing is imported.
  case stop
  /// They are other people.
  case new
  /// They are the same: each new file is linked to the one that is there.
  case link
}
