import Vault

/// A foreigner is brought to the border gate after the other state agreed in a note to take them back and the
/// plan of the return is there (Law 53/2024 Art. 31(4), 31(5), 31(6)): nobody stands at a gate that does not
/// open.
struct BorderGateRule: FormRule {
  private static let papers = ["repatriation.consent_note_at", "repatriation.return_plan_at"]
  private static let atGate = "repatriation.brought_to_gate_at"

  let looksAt = Self.papers + [Self.atGate]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(looksAt))
  }

  /// Neither is the way to the gate recorded without the papers, nor are they taken away behind it.
  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    guard form.after.isGiven(Self.atGate) else { return }
    try form.requireSight(of: looksAt)
    guard let missing = Self.papers.first(where: { form.after.isGiven($0) == false }) else {
      return
    }
    throw .stopped(
      form.book.stop(.missing, about: missing, names: form.book.named([missing])))
  }
}
