import Vault

/// Reads what is due from the operations row of one case, for a list: on whichever thread opened the row.
struct DueReading: Sendable {
  /// What is due in one case.
  struct Found: Sendable {
    var lines: [DueLine] = []
    /// Whether a limit has passed that is not yet in the log.
    var isNewlyOverdue = false
  }

  private let due: FieldID?
  private let clocks: ClockTable
  private let days: MovedDays
  private let summary: SummaryReading
  private let scope: DueScope
  private let member: MemberID?
  private let now: Moment
  private let today: Int

  /// - Parameter member: whose cases are mine.
  init(_ book: RuleBook, _ scope: DueScope = DueScope(), member: MemberID? = nil, at now: Moment) {
    due = book["case.due"]?.id
    (clocks, summary) = (book.clocks, SummaryReading(book))
    days = MovedDays(book.calendar)
    (self.scope, self.member, self.now) = (scope, member, now)
    today = now.dayNumberInVietnam
  }

  func callAsFunction(_ id: CaseID, _ row: ListedRow) throws(VaultError) -> Found {
    try found(id) { field throws(VaultError) in try row.value(of: field) }
  }

  /// The clocks that have begun, whatever the scope.
  func clocks(in values: [FieldID: FieldValue], of id: CaseID?) -> [DueLine] {
    found(id) { values[$0] }.lines
  }

  /// Most rows of a long list have nothing that the scope wants: of those the list of clocks is all that is read.
  private func found<Failure>(
    _ id: CaseID?, _ value: SummaryReading.Value<Failure>
  ) throws(Failure) -> Found {
    var found = Found()
    guard let due, case .list(let items) = try value(due) else { return found }
    var wanted: [Running] = []
    for text in items {
      guard let written = DueItem(text) else { continue }
      let rule = clocks.shared(written.clock)
      let item = days.moved(written, rule)
      guard let standing = item.standing(rule?.pace, at: now, on: today) else { continue }
      if standing == .overdue && !item.isNoted { found.isNewlyOverdue = true }
      if !scope.isPressing || standing <= .soon { wanted.append((item, rule, standing)) }
    }
    guard !wanted.isEmpty else { return found }
    let office = try summary.receivingUnit(value)
    if let asked = scope.office, office != asked { return found }
    let owner = try summary.owner(value)
    if scope.isMine && owner != member { return found }
    let code = try summary.code(value)
    found.lines = wanted.map { clock in
      DueLine(
        caseCode: code, item: clock.item, shared: clock.rule, standing: clock.standing,
        owner: owner, office: office, id: id)
    }
    return found
  }

  /// A clock that has begun.
  private typealias Running = (item: DueItem, rule: SharedRule?, standing: CaseClock.Standing)
}
