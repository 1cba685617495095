/// The steps of the legal status. A wrong step has nowhere to go: what is not in the table is refused.
public struct StepTable: Sendable {
  public let steps: [StepRule]

  init(_ steps: [StepRule]) { self.steps = steps }

  /// The step between two states; nil where there is none.
  func step(from: String, to: String, on day: RuleDay) -> StepRule? {
    steps.first { $0.from == from && $0.to == to && holds($0, on: day) }
  }

  /// The steps that lead on from a state.
  func steps(from: String, on day: RuleDay) -> [StepRule] {
    steps.filter { $0.from == from && holds($0, on: day) }
  }

  /// The steps that lead to a state.
  func steps(to: String, on day: RuleDay) -> [StepRule] {
    steps.filter { $0.to == to && holds($0, on: day) }
  }

  func holds(_ step: StepRule, on day: RuleDay) -> Bool {
    day.holds(step, among: steps.filter { $0.from == step.from && $0.to == step.to })
  }
}
