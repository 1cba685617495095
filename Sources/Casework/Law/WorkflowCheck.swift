import Vault

/// Holds the tables of the workflow against the fields and codes of the book: a clock that watches a
/// field which is not there would never run, and nobody would see it.
struct WorkflowCheck {
  private let book: RuleBook

  init(_ book: RuleBook) { self.book = book }

  func run() throws(CaseworkError) {
    for rule in book.clocks.rules { try check(rule) }
    try checkExtensions()
    for step in book.steps.steps { try check(step) }
    for right in book.entitlements.rows { try check(right) }
    try checkCategories()
    for rule in book.bases { try check(rule) }
  }

  // MARK: Clocks

  private func check(_ rule: ClockRule) throws(CaseworkError) {
    let at = RuleFault(.clocks, line: rule.line, .noRows)
    for event in rule.start?.events ?? [] {
      switch event {
      case .recorded(let condition):
        try check(condition, at)
        try checkHasDate(condition, at)
      case .endOfClock(let id):
        guard book.clocks[id] != nil, id != rule.id else { throw at.because(.unknownClock(id)) }
      }
    }
    for condition in [rule.end, rule.extendedBy, rule.condition] { try check(condition, at) }
    if let name = rule.given { try checkIsDate(name, at) }
    if let id = rule.extends, book.clocks[id] == nil { throw at.because(.unknownClock(id)) }
  }

  private func checkHasDate(_ condition: RuleCondition, _ at: RuleFault) throws(CaseworkError) {
    guard let first = condition.fields.first else { throw at.because(.badCell(column: "from")) }
    try checkIsDate(first, at)
  }

  private func checkIsDate(_ name: String, _ at: RuleFault) throws(CaseworkError) {
    guard let field = book[name] else { throw at.because(.unknownField(name)) }
    guard field.type == .date || field.type == .datetime else {
      throw at.because(.notADateField(name))
    }
  }

  /// Neither by extending nor by following may a clock come back to itself.
  private func checkExtensions() throws(CaseworkError) {
    for rule in book.clocks.rules {
      var (open, seen) = ([rule], Set<String>())
      while let next = open.popLast() {
        let before = [next.extends].compactMap(\.self) + next.followed
        for id in before {
          guard id != rule.id else {
            throw .rules(RuleFault(.clocks, line: rule.line, .circularClock(rule.id)))
          }
          if seen.insert(id).inserted, let clock = book.clocks[id] { open.append(clock) }
        }
      }
    }
  }

  // MARK: Conditions

  private func check(_ condition: RuleCondition, _ at: RuleFault) throws(CaseworkError) {
    for term in condition.terms {
      switch term {
      case .given(let names):
        for name in names where book[name] == nil { throw at.because(.unknownField(name)) }
      case .code(let name, let codes): try check(codes, of: name, at)
      case .special(.wasStatus(let codes)): try check(codes, of: "case.status", at)
      case .special: break
      }
    }
  }

  private func check(
    _ codes: [String], of name: String, _ at: RuleFault
  ) throws(CaseworkError) {
    guard let field = book[name] else { throw at.because(.unknownField(name)) }
    let list = field.codes ?? (field.type == .bool3 ? "bool3" : "")
    for code in codes
    where code != RuleCondition.noAnswer
      && book.codeLists[list]?.codes.contains(where: { $0.code == code }) != true
    { throw at.because(.unknownCode(code)) }
  }

  private func checkStatus(_ code: String, _ at: RuleFault) throws(CaseworkError) {
    try check([code], of: "case.status", at)
  }

  // MARK: Steps

  private func check(_ step: StepRule) throws(CaseworkError) {
    let at = RuleFault(.steps, line: step.line, .noRows)
    try checkStatus(step.from, at)
    try checkStatus(step.to, at)
    try check(step.guards, at)
    for other in book.steps.steps where other.line < step.line {
      guard
        other.from != step.from || other.to != step.to
          || !other.validity.overlaps(step.validity)
      else { throw at.because(.overlappingStep(step.id)) }
    }
  }

  // MARK: Entitlements

  private func check(_ right: Entitlement) throws(CaseworkError) {
    let at = RuleFault(.entitlements, line: right.line, .noRows)
    try check([right.legalRegime], of: "case.legal_regime", at)
    try check([right.category], of: "case.person_category", at)
    try check([right.regime], of: "support_item.regime", at)
  }

  private func checkCategories() throws(CaseworkError) {
    let named = Set(book.entitlements.rows.map(\.category))
    for category in book.codeLists["person_category"]?.codes ?? []
    where !named.contains(category.code) {
      throw .rules(RuleFault(.entitlements, line: nil, .categoryWithoutRegime(category.code)))
    }
  }
}

extension WorkflowCheck {
  /// Who gives something may not see what is restricted or sealed from them, so a basis looks at what the
  /// case itself says and at the age, and at nothing else.
  private func check(_ rule: BasisRule) throws(CaseworkError) {
    let at = RuleFault(.bases, line: rule.line, .noRows)
    guard
      rule.basis == BasisRule.consent
        || book.codeLists["release_provision"]?.codes.contains(where: { $0.code == rule.basis })
          == true
    else { throw at.because(.unknownCode(rule.basis)) }
    try check(rule.condition, at)
    let isOfCase = rule.condition.fields.allSatisfy {
      book[$0]?.entity == EntityDefinition.caseNumber
    }
    guard isOfCase else { throw at.because(.badCell(column: "when")) }
    try check(rule.purposes, of: "consent.purpose", at)
  }
}

extension RuleFault {
  /// The same place, for another reason.
  fileprivate func because(_ reason: Reason) -> CaseworkError {
    .rules(RuleFault(table, line: line, reason))
  }
}
