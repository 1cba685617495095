/// The two ways in which each life is played.
enum LifeRun: String, CaseIterable, Sendable {
  /// The consent stands until what it was given for is done.
  case asItIs
  /// It is withdrawn in the middle, while something is out on it.
  case consentWithdrawn
}
