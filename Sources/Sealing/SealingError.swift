/// Why this room could not do what was asked.
///
/// A case never carries a value, a name or a path: an error travels to logs and terminals where none
/// of these may be. There is one code for every failure to open, so that nobody can learn from the
/// answer which check a forged blob got past.
public enum SealingError: Error, Equatable, Sendable {
  /// No guarded memory, or memory that could not be locked on a machine that swaps.
  case memory
  /// A sealed thing does not open here: wrong key, wrong place, changed, or not ours at all.
  case doesNotOpen
  /// Something has a length that this room does not accept.
  case length
  /// The cost of stretching a passphrase lies outside what is accepted.
  case cost
  /// A public key that is not one: wrong length, or a point of low order.
  case publicKey
  /// A passphrase with characters whose single form we cannot vouch for.
  case passphraseForm
  /// A time-stamp that does not hold, or not for what it is said to.
  case timestamp(TimestampFault)
  /// Shares of a secret that are none, or do not give one together.
  case slip39(Slip39Fault)
}
