/// What became of a step of the legal status.
public struct StepOutcome: Hashable, Sendable {
  public let step: StepRule
  /// The entry that took it, or that asks for it.
  public let entry: Int
  /// Whether it waits for a second person.
  public var isAsked: Bool { !step.second.isEmpty && !isAnswered }
  /// A second person's answer took it.
  let isAnswered: Bool
  /// What the rules have to say of it.
  public var notes: [RuleNote] = []
}

/// What a step would ask for, as `--dry-run` shows it.
public struct StepCheck: Hashable, Sendable {
  public let from: String
  public let step: StepRule
  /// What is missing, empty where nothing is.
  public let missing: [StopName]
  /// Whether this member may take it, as far as their role goes.
  public let mayTake: Bool
  public let notes: [RuleNote]
  /// The entry of the look.
  public let entry: Int
}
