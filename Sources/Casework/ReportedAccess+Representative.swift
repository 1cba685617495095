import Vault

extension ReportedAccess {
  /// The same for a representative: nil for what the person asked of the office by themselves or keeps from somebody, and
  /// of the rest the classes alone, for which fields were read says what the person spoke of (project choice, as of the
  /// page: ``CasePage/forRepresentative(_:)``).
  func forRepresentative(_ book: RuleBook) -> ReportedAccess? {
    let acts = [line.act, answered].compactMap(\.self)
    let isPersons = acts.contains { act in
      Self.ofPerson.contains { act.hasPrefix($0) }
    }
    guard !isPersons, line.kind != "request" else { return nil }
    // A refusal that says why would tell of it as well.
    guard !isRefusedByRestriction else { return nil }
    // So does a look that was for answering them, or that their erasure was asked for.
    guard line.purpose != Purpose.patientRequest.rawValue else { return nil }
    return naming([]) { book[$0]?.fieldClass }
  }

  private static let ofPerson = ["request.", "restriction.", CaseAct.erase.rawValue]
}
