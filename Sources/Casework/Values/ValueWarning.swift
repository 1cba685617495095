/// What is odd about a value that is kept all the same: papers can be wrong, and so can we.
public enum ValueWarning: Hashable, Sendable {
  /// The fourth digit of the personal number names another sex than the one given.
  case personalIDSex
  /// The century or the two digits of the year are not those of the birth date.
  case personalIDYear
  /// The first three digits are no province of now or before, and no code of a foreign country.
  case personalIDProvince
  /// A commune code checked for its form alone, because no table of communes was adopted.
  case placeNotChecked
}
