import Vault

/// Looked at only where somebody else than the person gives the consent: who the trafficker was is nothing
/// to open for every consent.
struct ConsentByRepresentativeRule: FormRule {
  var looksAt: [String] { RepresentativeCheck.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.says("representative", in: "consent.giver", book)
  }

  /// `ConsentRule` holds the consent against what this one has looked at.
  func check(_ form: inout CheckedChanges) throws(CaseworkError) {}
}

extension CaseChanges {
  /// Whether a field is given this code.
  func says(_ code: String, in name: String, _ book: RuleBook) -> Bool {
    guard let field = book[name]?.id else { return false }
    return records.contains { $0.fields[field] == .text(code) }
  }
}
