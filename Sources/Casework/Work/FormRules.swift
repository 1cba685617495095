/// The rules of each form.
enum FormRules {
  static let all: [String: [any FormRule]] = [
    "case": [CategoryRule()],
    "consent": [ConsentRule(), ConsentByRepresentativeRule()],
    "identification": [IdentificationRule()],
    "person": [RepresentativeEndRule()],
    "protection": [ProtectionRule()],
    "referral": [ReferralRule()],
    "request": [RequestRule(), RequestByRepresentativeRule()],
    "support": [SupportRule(), StayRule(), ReturnRule()],
    "verification": [VerificationRule(), ExtensionRule()],
  ]

  /// What the person asks for, in a file of whatever status.
  private static let always: Set<String> = ["request", "restriction"]

  static func rules(of form: String, for changes: CaseChanges, _ book: RuleBook) -> [any FormRule] {
    let rules = (always.contains(form) ? [] : [OpenFileRule()]) + (all[form] ?? [])
    return rules.filter { $0.concerns(changes, book) }
  }
}
