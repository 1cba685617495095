/// What the key table gives a role for a class of a case it stands in a relation to.
public enum KeyAccess: Hashable, Sendable {
  /// Holds the class key.
  case key
  /// Seals under a new key for those who hold the class, and keeps nothing.
  case deposit
  /// Reads a copy of named fields under a key of its own.
  case excerpt
  /// Both: reads by excerpt, writes by deposit.
  case excerptAndDeposit
  case nothing

  var mayDeposit: Bool { self == .deposit || self == .excerptAndDeposit }
  var mayHoldExcerpt: Bool { self == .excerpt || self == .excerptAndDeposit }
}
