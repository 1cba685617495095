/// What a step would ask for, as `--dry-run` shows it.
public struct StepCheck: Hashable, Sendable {
  public let from: String
  public let step: StepRule
  /// What is missing, empty where nothing is.
  public let missing: [StopName]
  /// Why it would be refused although nothing is missing; nil where it would not be for that.
  public let stop: RuleStop?
  /// Whether this member may take it, as far as their role goes.
  public let mayTake: Bool
  /// What the rules have to say of it.
  public let notes: [RuleNote]
  /// The entry of the look.
  public let entry: Int
}
