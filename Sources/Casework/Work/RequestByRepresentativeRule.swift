import Vault

/// Looked at only where a representative asks for the person.
struct RequestByRepresentativeRule: FormRule {
  var looksAt: [String] { RepresentativeCheck.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.says("representative", in: "request.requester", book)
  }

  /// `RequestRule` holds the request against what this one has looked at.
  func check(_ form: inout CheckedChanges) throws(CaseworkError) {}
}
