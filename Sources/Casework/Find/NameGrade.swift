/// How near a syllable, or a whole name, is to the one that was asked for; nearest first.
enum NameGrade: UInt8, Comparable, CaseIterable, Sendable {
  case exact
  /// The accents differ.
  case fold
  /// The letters differ, the sound does not.
  case sound
  /// One letter is missing, or there is one too many.
  case letter
  /// One letter is another, or stands elsewhere.
  case other
  /// So near that another syllable of the name answers as well: no sign that this one is there.
  case vague
  case none

  static func < (one: NameGrade, other: NameGrade) -> Bool { one.rawValue < other.rawValue }
}
