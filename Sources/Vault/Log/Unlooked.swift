/// What an examination could not look at, because only its owner opens it and nobody who looked does.
public struct Unlooked: Hashable, Sendable {
  /// Batches of keys that are sealed to others.
  public internal(set) var batches = 0
  /// Cases of which a key lies in such batches alone.
  public internal(set) var cases = 0
  /// Keys of the whole office of which that is true. Seeds of standing roles count as batches alone: what they open,
  /// other roles open too.
  public internal(set) var officeKeys = 0
  /// Sealed names of members and of those invited.
  public internal(set) var names = 0

  /// Whether nothing of a case or of the office hangs on what was not looked at.
  public var isHarmless: Bool { cases == 0 && officeKeys == 0 && names == 0 }
}
