/// Why a witness's line is not taken in.
public enum CosignatureFault: String, Hashable, Sendable, CaseIterable {
  /// Not a note, and not signature lines.
  case form
  /// A head that this log never had.
  case head
  /// A key that is not a witness's.
  case key
  /// No line by a witness whose key is known: it must be given.
  case unknownWitness
  /// A line by the witness that is not good.
  case signature
  /// This line is kept already.
  case known
}
