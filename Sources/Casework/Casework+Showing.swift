public import Vault

extension Casework {
  /// Shows a form of a case, or the case itself.
  ///
  /// What is not restricted and may be seen is shown; a restricted class only when it is named. Where
  /// nothing may be seen the Vault is asked all the same, so that the refusal is recorded.
  /// - Parameters:
  ///   - form: nil for the case itself: its operations, and of the named classes every form.
  ///   - purpose: needed for a restricted class.
  public func show(
    _ form: String?, of code: CaseCode, classes: Set<FieldClass> = [], for purpose: Purpose?,
    as session: borrowing Session
  ) throws(CaseworkError) -> CasePage {
    let (page, records) = try named(form, of: code, classes: classes, for: purpose, as: session)
    let names = NamesToTell(records)
    return page.hiding(ShelterNames(records)).replacingFields { names.naming($1, of: $0) }
  }

  /// The same, for a paper that goes to whom it names.
  func named(
    _ form: String?, of code: CaseCode, classes: Set<FieldClass> = [], for purpose: Purpose?,
    as session: borrowing Session
  ) throws(CaseworkError) -> (page: CasePage, records: CaseRecords) {
    func seen() throws(CaseworkError) -> (page: CasePage, records: CaseRecords) {
      try show(
        form, of: code, classes: classes, beside: Self.beside(form), for: purpose, as: session)
    }
    let found = try seen()
    // A limit that somebody met is none that stands on the page.
    let id = try id(of: code)
    let isHeard = try hear(found.page.clocks.map(\.item), of: id, session)
    let isCounted = try count(id, found.page.doubt, session)
    return isHeard || isCounted ? try seen() : found
  }

  static func beside(_ form: String?) -> [String] {
    switch form {
    case nil: ComingOfAge.looksAt
    case "support": CaseRecords.ofRuleDay
    case "consent": NamesToTell.looksAt
    // Whom a share was for is known from the consent alone.
    case "referral": ["consent.purpose", "consent.fields", "consent.recipient"]
    default: []
    }
  }
}
