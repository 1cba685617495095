/// A step that a file goes on with, as its page tells it.
public struct NextStep: Equatable, Sendable {
  public let rule: StepRule
  /// What it asks for and nobody has given, as far as this page shows.
  public let missing: [FieldDefinition]
  /// What it asks for and this page does not show: whether it is there a look at the step says
  /// (``Casework/checkStep(_:to:as:)``).
  public let unseen: [FieldDefinition]
}

extension StepTable {
  /// The steps that a file goes on with from where it stands, for its page: to its end only where nothing else is left,
  /// and of a reopened file to where it was.
  func onward(of file: CaseRecords, on day: RuleDay) -> [StepRule] {
    guard let status = file.code("case.status"), !["closed", "transferred"].contains(status) else {
      return []
    }
    let former = file.code("case.former_status") ?? ""
    let kind = file.code("case.file_kind")
    let all = steps(from: status, on: day).filter { $0.to != "transferred" }
    let onward = all.filter { step in
      step.to != "closed"
        && StepDesk.isOpen(step, toFileOf: kind)
        && step.guards.terms.allSatisfy { term in
          guard case .special(.wasStatus(let codes)) = term else { return true }
          return codes.contains(former)
        }
    }
    return onward.isEmpty ? all.filter { $0.to == "closed" } : onward
  }
}
