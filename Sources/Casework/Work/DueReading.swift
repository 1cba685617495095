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
    var wanted = id.flatMap { reviews[$0] }.map(standing) ?? []
    guard let due else { return found }
    let written: [String] = if case .list(let items) = try value(due) { items } else { [] }
    for text in written {
      guard let written = DueItem(text), try isOfFile(written, value) else { continue }
      let rule = clocks.shared(written.clock)
      let asked = try asked(written, value)
      if written.isAwaited && asked == nil { continue }
      let item = days.moved(written.given, rule)
      guard let standing = item.standing(rule?.pace, at: now, on: today) else { continue }
      if standing == .overdue && !item.isNoted && asked == nil { found.isNewlyOverdue = true }
      if !scope.isPressing || standing <= .soon { wanted.append((item, rule, standing, asked)) }
    }
    guard !wanted.isEmpty else { return found }
    let office = try summary.receivingUnit(value)
    if let asked = scope.office, office != asked { return found }
    let owner = try summary.owner(value)
    if scope.isMine && owner != member { return found }
    let code = try summary.code(value)
    found.lines = wanted.map { clock in
      DueLine(
        caseCode: code, item: clock.item, asked: clock.asked, shared: clock.rule,
        standing: clock.standing, owner: owner, office: office, id: id)
    }
    return found
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
