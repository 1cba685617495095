/// The steps of the legal status. A wrong step has nowhere to go: what is not in the table is refused.
public struct StepTable: Sendable {
  public let steps: [StepRule]

  init(_ steps: [StepRule]) { self.steps = steps }

  /// The step between two states on a day; nil where there is none.
  public func step(from: String, to: String, on day: CalendarDay) -> StepRule? {
    steps.first { $0.from == from && $0.to == to && $0.validity.holds(on: day) }
  }

  /// The steps that lead on from a state.
  public func steps(from: String, on day: CalendarDay) -> [StepRule] {
    steps.filter { $0.from == from && $0.validity.holds(on: day) }
  }

  /// The steps that lead to a state.
  func steps(to: String, on day: CalendarDay) -> [StepRule] {
    steps.filter { $0.to == to && $0.validity.holds(on: day) }
  }
}
