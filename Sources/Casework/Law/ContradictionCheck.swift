import Vault

/// Rows of the workflow that cannot be true at once, or that nobody could ever act on: a limit with two lengths, a
/// condition that no file meets, a step that nobody may take, a status that no way leads to.
///
/// Like `CoverageCheck` it is asked of what is proposed: a book that was adopted before is still read.
struct ContradictionCheck {
  private let book: RuleBook

  init(_ book: RuleBook) { self.book = book }

  func run() throws(CaseworkError) {
    try checkIsOneLimit()
    for rule in book.clocks.rules {
      try checkConditions(rule)
      try checkExtension(rule)
    }
    for step in book.steps.steps {
      guard !contradict([step.guards], besides: nil) else {
        throw .rules(RuleFault(.steps, line: step.line, .contradiction(step.id)))
      }
      try checkIsTaken(step)
    }
    try checkWays()
    for rule in book.bases where contradict([rule.condition], besides: nil) {
      throw .rules(RuleFault(.bases, line: rule.line, .contradiction(rule.basis)))
    }
  }

  // MARK: Limits

  /// Two limits between the same events would be two answers to one question, also where only some files have both.
  /// What lengthens a limit replaces it.
  private func checkIsOneLimit() throws(CaseworkError) {
    let counted = book.clocks.rules.filter { $0.kind != .reference }
    for rule in counted where counted.contains(where: { $0.line < rule.line && isTwin($0, rule) }) {
      throw .rules(RuleFault(.clocks, line: rule.line, .overlappingClock(rule.id)))
    }
  }

  private func isTwin(_ one: ClockRule, _ other: ClockRule) -> Bool {
    one.kind == other.kind && one.extends == other.extends && one.extendedBy == other.extendedBy
      && !Self.starts(one).isDisjoint(with: Self.starts(other))
      && Self.ends(one) == Self.ends(other) && one.validity.overlaps(other.validity)
      && !contradict([one.condition, other.condition], besides: entity(of: one))
  }

  /// What a clock can begin with.
  private static func starts(_ rule: ClockRule) -> Set<String> {
    Set(
      (rule.start?.events ?? []).compactMap { event in
        switch event {
        case .recorded(let condition): condition.fields.first
        case .endOfClock(let id): "@" + id
        }
      })
  }

  /// The days with which it ends: what has to be said beside them does not make it another limit.
  private static func ends(_ rule: ClockRule) -> Set<String> {
    guard case .given(let names) = rule.end.terms.first else { return [] }
    return Set(names)
  }

  /// No file could meet it, so the limit would never run, never end or never grow.
  private func checkConditions(_ rule: ClockRule) throws(CaseworkError) {
    let own = entity(of: rule)
    var all = [[rule.condition], [rule.end], [rule.condition, rule.extendedBy]]
    for case .recorded(let event) in rule.start?.events ?? [] { all.append([event]) }
    if let longer = rule.extends.flatMap({ book.clocks[$0] }) {
      all.append([rule.condition, longer.condition])
    }
    guard !all.contains(where: { contradict($0, besides: own) }) else {
      throw .rules(RuleFault(.clocks, line: rule.line, .contradiction(rule.id)))
    }
  }

  /// A limit is lengthened, between the events that it has, and not shortened.
  private func checkExtension(_ rule: ClockRule) throws(CaseworkError) {
    guard let present = rule.extends.flatMap({ book.clocks[$0] }) else { return }
    guard rule.start == present.start, rule.end == present.end else {
      throw .rules(RuleFault(.clocks, line: rule.line, .extensionOfOther(rule.id)))
    }
    guard rule.limit.isLonger(than: present.limit) else {
      throw .rules(RuleFault(.clocks, line: rule.line, .extensionTooShort(rule.id)))
    }
  }

  private func entity(of rule: ClockRule) -> UInt16? {
    rule.start?.firstField.flatMap { book[$0]?.entity }
  }

  // MARK: Conditions

  /// Whether no file can meet all of them.
  ///
  /// - Parameter own: the kind of record that they look at one of; of other kinds of which there can be many one
  ///   record may say this and another that.
  private func contradict(_ conditions: [RuleCondition], besides own: UInt16?) -> Bool {
    var allowed: [String: Set<String>] = [:]
    var given: [[String]] = []
    for term in conditions.flatMap(\.terms) {
      switch term {
      case .given(let names): given.append(names)
      case .code(let name, let codes) where isSingle(name, own):
        allowed[name] = allowed[name].map { $0.intersection(codes) } ?? Set(codes)
      case .special(.wasStatus(let codes)):
        allowed["@was"] = allowed["@was"].map { $0.intersection(codes) } ?? Set(codes)
      case .code, .special: break
      }
    }
    let nothing: Set<String> = [RuleCondition.noAnswer]
    return allowed.values.contains(where: \.isEmpty)
      || given.contains { names in names.allSatisfy { allowed[$0] == nothing } }
  }

  private func isSingle(_ name: String, _ own: UInt16?) -> Bool {
    guard let field = book[name], !field.isMany else { return false }
    return field.entity == own || book.entity(field.entity)?.isMany == false
  }

  // MARK: Steps

  /// Police and legal aid hold no key of the row in which the status stands, and others have no case at all.
  private static let takers = RoleSet([.intake, .socialWorker, .lead, .healthStaff, .duty])

  private func checkIsTaken(_ step: StepRule) throws(CaseworkError) {
    func isTaken(by roles: RoleSet) -> Bool { roles.subtracting(Self.takers) != roles }
    guard isTaken(by: step.who), step.second.isEmpty || isTaken(by: step.second) else {
      throw .rules(RuleFault(.steps, line: step.line, .nobodyTakes(step.id)))
    }
  }

  /// Every status is come to from a report, and only a transferred file ends for good.
  private func checkWays() throws(CaseworkError) {
    let steps = book.steps.steps
    var (reached, open): (Set<String>, [String]) = (["reported"], ["reported"])
    while let status = open.popLast() {
      // A reopened file goes back to where it was.
      guard status != "reopened" else { continue }
      for step in steps where step.from == status && reached.insert(step.to).inserted {
        open.append(step.to)
      }
    }
    for status in book.codeLists["status"]?.codes ?? [] {
      guard reached.contains(status.code) else {
        throw .rules(RuleFault(.steps, line: nil, .unreachableStatus(status.code)))
      }
      guard status.code == "transferred" || steps.contains(where: { $0.from == status.code })
      else { throw .rules(RuleFault(.steps, line: nil, .deadEnd(status.code))) }
    }
  }
}

extension TimeLimit {
  /// Whether it can be the longer one; what has no length is neither.
  fileprivate func isLonger(than other: TimeLimit) -> Bool {
    if unit == other.unit, let amount, let least = other.amount { return amount > least }
    guard let longest = days?.upperBound, let least = other.days?.lowerBound else { return true }
    return longest > least
  }

  /// How many days it has at least and at most; nil where it has no length.
  fileprivate var days: ClosedRange<Int>? {
    guard let amount else { return nil }
    return switch unit {
    case .hour: (amount / 24)...(amount / 24)
    case .day: amount...amount
    case .workingDay: amount...(amount * 3)
    case .month: (amount * 28)...(amount * 31)
    case .year: (amount * 365)...(amount * 366)
    case .atOnce, .unknown, .none: nil
    }
  }
}
