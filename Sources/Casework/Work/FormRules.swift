/// The rules of each form.
enum FormRules {
  static let all: [String: [any FormRule]] = [
    "case": [CategoryRule(), LegalRegimeRule()],
    "consent": [ConsentRule(), ConsentToldRule(), ConsentByRepresentativeRule()],
    "identification": [IdentificationRule(), RepresentativeEndRule()],
    "person": [RepresentativeEndRule(), BirthDateRule(), NationalityRule()],
    "protection": [ProtectionRule(), ShelterNamedRule()],
    "referral": [ReferralRule()],
    "rescue": [BorderGateRule(), ShelterNamedRule()],
    "request": [RequestRule(), RequestByRepresentativeRule(), RequestDoneRule()],
    "support": [
      SupportRule(), StayRule(), ReturnRule(), FollowUpRule(), ShelterNamedRule(),
    ],
    "verification": [VerificationRule(), ExtensionRule()],
  ]

  /// What the person asks for, in a file of whatever status.
  private static let always: Set<String> = ["request", "restriction"]

  /// Holds a form to its rules, one after the other. The faults of its values are told all at once; a rule
  /// that stops an act is heard only where there is none, for it may rest on a value that is wrong.
  ///
  /// What waits for a second person is no part of what is recorded now: the rest of the form is held against the file
  /// as it stands without it.
  static func hold(
    _ form: inout CheckedChanges, to rules: [any FormRule]
  ) throws(CaseworkError) {
    var rest = form
    try holdAll(&form, to: rules)
    guard let move = form.move, move.isHeld else { return }
    rest.changes.leaveOut(move.corrections)
    try holdAll(&rest, to: rules.filter { !($0 is ClockMoveRule) })
    rest.notes += form.notes.filter { $0.reason == .moveAsked }
    rest.move = move
    form = rest
  }

  private static func holdAll(
    _ form: inout CheckedChanges, to rules: [any FormRule]
  ) throws(CaseworkError) {
    var faults: [FieldFault] = []
    for rule in rules {
      do throws(CaseworkError) { try rule.check(&form) } catch {
        if case .form(let found) = error {
          faults += found
        } else if faults.isEmpty {
          throw error
        }
      }
    }
    guard faults.isEmpty else { throw .form(faults) }
  }

  static func rules(of form: String, for changes: CaseChanges, _ book: RuleBook) -> [any FormRule] {
    let rules: [any FormRule] =
      (always.contains(form) ? [] : [OpenFileRule()]) + (all[form] ?? [])
      + [TakenStepRule(changes, book), DateOrderRule(changes, book), ClockMoveRule()]
    return rules.filter { $0.concerns(changes, book) }
  }
}
