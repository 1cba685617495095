import Vault

/// What a step that was taken rested on is not emptied afterwards: two people looked at it, or the law asks
/// for it, and the file would stand where it could not have come (Law 53/2024 Art. 27, 32(1), 33(2)(a); the
/// citation is that of the step). It is corrected, never taken away.
struct TakenStepRule: FormRule {
  /// With what is changed, what can stand in its place: unseen, nothing would be taken away.
  let looksAt: [String]

  init(_ changes: CaseChanges, _ book: RuleBook) {
    let changed = changes.fields
    let terms = Self.guards(book).compactMap { term -> [String]? in
      !changed.isDisjoint(with: book.ids(Self.fields(of: term))) ? Self.fields(of: term) : nil
    }
    looksAt = ["case.former_status", "identification.decision"] + terms.flatMap(\.self)
  }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(Self.guards(book).flatMap(Self.fields)))
  }

  /// Those of the steps that can have been taken: how a file is closed or reopened is said anew each time.
  private static func guards(_ book: RuleBook) -> [RuleCondition.Term] {
    let passed = trail(to: "reintegration").union(trail(to: "not_identified"))
    return book.steps.steps.filter { passed.contains($0.to) }.flatMap(\.guards.terms)
  }

  private static func fields(of term: RuleCondition.Term) -> [String] {
    switch term {
    case .given(let names): names
    case .code(let name, _): [name]
    case .special: []
    }
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    if let stop = Self.stop(form) { throw .stopped(stop) }
  }

  static func stop(_ form: CheckedChanges) -> RuleStop? {
    for step in taken(form) {
      let before = form.look.records.unmet(step.guards)
      let lost = form.after.unmet(step.guards).filter { !before.contains($0) }
      let names = lost.flatMap(fields)
      guard names.isEmpty else {
        let isDecision = names[0] == "identification.decision"
        return RuleStop(
          isDecision ? .decisionStands : .restsOnIt, label: step.label, step.citation,
          names: form.book.named(names.prefix(1)))
      }
    }
    return nil
  }

  /// All that it can look at.
  static func looksAt(_ book: RuleBook) -> [String] {
    ["case.former_status", "identification.decision"] + guards(book).flatMap(fields)
  }

  /// The statuses through which a file came to where it stands.
  private static func trail(to status: String) -> Set<String> {
    switch status {
    case "received": ["received"]
    case "in_process": ["received", "in_process"]
    case "identified", "not_identified": ["received", "in_process", status]
    case "reintegration": ["received", "in_process", "identified", status]
    default: []
    }
  }

  /// The steps that lead there, under the rules of the file. Who does not see where the file stands sees what
  /// was decided.
  private static func taken(_ form: CheckedChanges) -> [StepRule] {
    let decided = ["victim": "identified", "not_victim": "not_identified"]
    let standing =
      form.seesStatus
      ? form.look.records.standing
      : form.look.code("identification.decision").flatMap { decided[$0] }
    let trail = trail(to: standing ?? "")
    let day = form.look.records.ruleDay(of: form.today)
    return form.book.steps.steps.filter {
      trail.contains($0.to) && $0.from != "reopened" && form.book.steps.holds($0, on: day)
    }
  }
}
