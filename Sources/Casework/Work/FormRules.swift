/// The rules of each form.
enum FormRules {
  static let all: [String: [any FormRule]] = [
    "case": [CategoryRule()],
    "consent": [ConsentRule(), ConsentByRepresentativeRule()],
    "identification": [IdentificationRule()],
    "protection": [ProtectionRule()],
    "referral": [ReferralRule()],
    "request": [RequestRule(), RequestByRepresentativeRule()],
    "support": [SupportRule(), StayRule(), ReturnRule()],
    "verification": [VerificationRule(), ExtensionRule()],
  ]

  static func rules(of form: String, for changes: CaseChanges, _ book: RuleBook) -> [any FormRule] {
    (all[form] ?? []).filter { $0.concerns(changes, book) }
  }
}
