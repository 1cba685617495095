import Vault

/// Reads what is due from the operations row of one case, for a list: on whichever thread opened the row.
struct DueReading: Sendable {
  /// What is due in one case.
  struct Found: Sendable {
    var lines: [DueLine] = []
    /// Whether a limit has passed that is not yet in the log.
    var isNewlyOverdue = false
    /// Whether somebody may have recorded what starts or ends a limit and was not counted.
    var doubt: DueCount.Doubt?
  }

  private let due: FieldID?
  private let pending: FieldID?
  private let clocks: ClockTable
  private let days: MovedDays
  private let summary: SummaryReading
  private let scope: DueScope
  private let member: MemberID?
  private let now: Moment
  private let today: Int
  /// What of the cases is to be reviewed, in three days (design, keys: "Break the glass").
  private let reviews: [CaseID: [DueItem]]

  /// - Parameter member: whose cases are mine.
  init(
    _ book: RuleBook, _ scope: DueScope = DueScope(), member: MemberID? = nil,
    reviewing emergencies: [Emergency] = [], at now: Moment
  ) {
    (due, pending) = (book["case.due"]?.id, book["case.pending"]?.id)
    (clocks, summary) = (book.clocks, SummaryReading(book))
    days = MovedDays(book.calendar)
    (self.scope, self.member, self.now) = (scope, member, now)
    today = now.dayNumberInVietnam
    reviews = Dictionary(grouping: emergencies, by: \.caseID).mapValues {
      $0.map(DueItem.init(reviewing:))
    }
  }

  func callAsFunction(_ id: CaseID, _ row: ListedRow) throws(VaultError) -> Found {
    try found(id, row.beside) { field throws(VaultError) in try row.value(of: field) }
  }

  /// What the scope wants of a row that was counted anew.
  func lines(in values: [FieldID: FieldValue], of id: CaseID) -> [DueLine] {
    found(id, nil) { values[$0] }.lines
  }

  /// The clocks that have begun, whatever the scope.
  func clocks(in values: [FieldID: FieldValue], of id: CaseID?) -> [DueLine] {
    found(id, nil) { values[$0] }.lines
  }

  /// Most rows of a long list have nothing that the scope wants: of those the list of clocks is all that is read.
  ///
  /// - Parameter beside: how often the case was written beside its row; nil where nobody asks.
  private func found<Failure>(
    _ id: CaseID?, _ beside: UInt64?, _ value: SummaryReading.Value<Failure>
  ) throws(Failure) -> Found {
    var found = Found()
    var wanted = id.flatMap { reviews[$0] }.map(standing) ?? []
    guard let due else { return found }
    let written: [String] = if case .list(let items) = try value(due) { items } else { [] }
    var count = DueCount.first
    for text in written {
      if let last = DueCount(text) { count = last }
      guard let written = DueItem(text), try isOfFile(written, value) else { continue }
      let rule = clocks.shared(written.clock)
      let asked = try asked(written, value)
      if written.isAwaited && asked == nil { continue }
      let item = days.moved(written.given, rule)
      guard let standing = item.standing(rule?.pace, at: now, on: today) else { continue }
      if standing == .overdue && !item.isNoted && asked == nil { found.isNewlyOverdue = true }
      if !scope.isPressing || standing <= .soon { wanted.append((item, rule, standing, asked)) }
    }
    found.doubt = beside.flatMap(count.doubt)
    if found.doubt != nil, try isAtWork(value) == false { found.doubt = nil }
    guard !wanted.isEmpty || found.doubt != nil else { return found }
    let office = try summary.receivingUnit(value)
    let owner = try summary.owner(value)
    guard scope.office.map({ $0 == office }) ?? true, !scope.isMine || owner == member else {
      found.doubt = nil
      return found
    }
    let code = try summary.code(value)
    found.lines = wanted.map { clock in
      DueLine(
        caseCode: code, item: clock.item, asked: clock.asked, shared: clock.rule,
        standing: clock.standing, owner: owner, office: office, id: id)
    }
    return found
  }

  /// A file that has ended takes nothing that starts a limit without its owner, and there are many of them.
  private func isAtWork<Failure>(_ value: SummaryReading.Value<Failure>) throws(Failure) -> Bool {
    let status = try summary.status(value) ?? ""
    return !["closed", "transferred"].contains(status)
  }

  /// Whether a limit runs still of which an entry was taken back: a second person who agreed ends it, in an act that
  /// writes no list of what is due.
  private func isOfFile<Failure>(
    _ item: DueItem, _ value: SummaryReading.Value<Failure>
  ) throws(Failure) -> Bool {
    guard let record = item.takenBack, let pending else { return true }
    return RetractedRecords(waitingIn: try value(pending)).contains(record)
  }

  /// The entry that asks for the correction by which alone it runs.
  private func asked<Failure>(
    _ item: DueItem, _ value: SummaryReading.Value<Failure>
  ) throws(Failure) -> Int? {
    guard item.isAwaited, let pending else { return nil }
    return item.asked(in: try value(pending))
  }

  /// Three days are always soon.
  private func standing(_ reviews: [DueItem]) -> [Running] {
    reviews.map { item in
      let isOver = item.end.map { $0 <= now } ?? false
      let isToday = item.lastDay?.number == today
      return (item, nil, isOver ? .overdue : isToday ? .dueToday : .soon, nil)
    }
  }

  /// A clock that has begun.
  private typealias Running = (
    item: DueItem, rule: SharedRule?, standing: CaseClock.Standing, asked: Int?
  )
}
