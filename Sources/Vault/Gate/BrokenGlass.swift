import AuditLog

/// What the emergencies of one member add to how they stand to a case: asked only where everything
/// else refuses, so that an entry names an emergency exactly where it was needed.
struct BrokenGlass {
  var standings: [Gate.Standing] = []
  /// Classes of which an hour is over.
  var ranOut: Set<FieldClass> = []
  var fields: FieldTable?

  /// - Returns: the verdict, and the emergency that it rests on.
  func decide(
    _ rule: FieldRule, purpose: Purpose?, standings ordinary: [Gate.Standing], inExcerpt: Bool,
    excluded: RoleSet
  ) -> (verdict: Verdict, emergency: Gate.Standing?) {
    let verdict = Policy.decide(
      .read, rule, purpose: purpose, standings: ordinary, inExcerpt: inExcerpt, excluded: excluded)
    guard case .denied = verdict, !standings.isEmpty else { return (verdict, nil) }
    let all = Policy.decide(
      .read, rule, purpose: purpose, standings: ordinary + standings, inExcerpt: inExcerpt,
      excluded: excluded)
    guard case .allowed = all else { return (all, nil) }
    return (all, standings.first { $0.only == rule.fieldClass })
  }

  /// Why somebody is refused: that their hour is over says more than that the case is not theirs.
  func reason(_ found: Refusal, for asked: Set<FieldID>) -> Refusal {
    guard found == .notAssigned || found == .fieldClass else { return found }
    let classes = asked.compactMap { fields?[$0]?.fieldClass }
    return classes.contains(where: ranOut.contains) ? .expired : found
  }
}
