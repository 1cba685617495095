import Vault

/// What a term of the index says of a person. The numbers stand in what is hashed and never change their
/// meaning; a later version of the normaliser has a number of its own before them.
enum SearchKind: UInt8, CaseIterable {
  case wholeExact = 1
  case wholeFold = 2
  case wholeSound = 3
  case exact = 4
  case fold = 5
  case sound = 6
  /// A folded syllable with one letter left out.
  case neighbour = 7
  case birthYear = 8
  case phone = 9
  /// A number of an identity paper.
  case number = 10
  /// The month of a birth in whatever year, and the day in it.
  case birthMonth = 11
  case birthDay = 12

  /// What one person has and hardly another, a day being one of a year; all else is shared by many.
  static let telling = [
    [phone.rawValue], [number.rawValue], [birthDay.rawValue, birthYear.rawValue],
  ]

  /// The version of the normaliser.
  static let version: UInt8 = 1

  func term(_ text: [UInt8]) -> SearchTerm {
    SearchTerm(version: Self.version, kind: rawValue, text)
  }
}
