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
