import Vault

/// A return that failed: a file that is reopened goes back to where it stood before the person went home (design, "States,
/// guards, clocks"), and what was found out before that return says nothing of the next. It stays in the history.
extension StepDesk {
  static let danger = "reintegration.return_danger"

  /// What was recorded of one return.
  static let ofReturn =
    ["return_unit", "return_line", "return_safety", "relatives_notified_at", "returned_on"].map {
      "reintegration." + $0
    } + [danger] + FollowUpRule.months.map(FollowUpRule.visit) + ["reintegration.follow_up_notes"]

  /// The answers that end with a step. Danger that was found is not forgotten.
  func outdated(by rule: StepRule) -> [FieldDefinition] {
    guard rule.from == "reopened", rule.to == "identified", isBack else { return [] }
    return Self.ofReturn.compactMap { look.book[$0] }.filter { field in
      guard look.readable.contains(field.id) else { return field.qualifiedName != Self.danger }
      guard look.value(field.qualifiedName)?.state == .given else { return false }
      return field.qualifiedName != Self.danger || look.code(Self.danger) != "yes"
    }
  }

  /// Whether the person was home already when the file was closed last.
  private var isBack: Bool { look.code("case.former_status") == "reintegration" }

  func noteOfReturn(_ rule: StepRule) -> RuleNote? {
    let names = outdated(by: rule).filter { look.readable.contains($0.id) }.map(StopName.field)
    return names.isEmpty ? nil : RuleNote(.returnAnew, rule.citation, names: names)
  }

  /// The plan of a second return is reviewed since the first failed. What else it asks for was taken out of the file when
  /// it went back.
  func missingOfReturn(_ rule: StepRule) -> [StopName] {
    let reviewed = "plan.reviewed_at"
    guard rule.from == "identified", rule.to == "reintegration", isBack,
      rule.guards.fields.contains(reviewed), let field = look.book[reviewed],
      let since = look.records.records(holding: "closure.reopened_at")
        .compactMap({ look.records.date("closure.reopened_at", in: $0)?.latest }).max()
    else { return [] }
    let days = look.records.records(holding: reviewed).compactMap {
      look.records.date(reviewed, in: $0)?.latest
    }
    return days.contains { $0 >= since } || days.isEmpty ? [] : [.field(field)]
  }
}
