import Vault

/// A limit of the law that a file has no more, though nothing ended it: what makes it one of the file is another (the way
/// of arrival, the law of the file, the kind of a request), or the answer is none any more from which it ran. It is
/// kept as it last stood. Otherwise it could be taken away, its date be moved while nothing hangs on it, and come back
/// as another (`ClockMove`).
extension DueReckoning {
  /// What stays of a limit that was known; nil where it runs, or its date was moved with a reason or by two people.
  func resting(
    _ item: DueItem, among clocks: [CaseClock], in file: CaseRecords, at now: Moment,
    moved move: ClockMove?, _ agreed: [DateCorrection]
  ) -> DueItem? {
    guard let rule = book.clocks[item.clock], rule.isOfLaw, item.start <= now else { return nil }
    // With a record that is gone goes what was known of it.
    let record = file.records.first { $0.id == item.record && item.record != nil }
    guard item.record == nil || record != nil else { return nil }
    let clock = clocks.first { $0.isSame(as: item, book) }
    // Two people who take a limit from a file do not say that it may come back later.
    let isOfFile = clock != nil || file.holds(rule.condition, in: record)
    if isOfFile, move?.hasMoved(item, book) == true { return nil }
    if let clock {
      guard clock.start > item.start, item.isResting || !rule.begins(item.start, record, file)
      else { return nil }
    } else if item.isResting, agreed.contains(where: { $0.starts(rule, item.record, book) }) {
      return book.clocks.resting(book.clocks.first(of: rule), record, file, at: now)
        .map { DueItem($0).resting.corrected(on: now.dayInVietnam) }
    }
    return item.resting
  }
}

extension ClockRule {
  /// Whether an event of the file still says that it began then: another took its place, and nothing was taken away.
  fileprivate func begins(
    _ start: Moment, _ record: CaseRecords.Record?, _ file: CaseRecords
  ) -> Bool {
    (self.start?.events ?? []).contains { event in
      guard case .recorded(let condition) = event else { return false }
      return file.moment(of: condition, in: record) == start
    }
  }
}

extension ClockMove {
  fileprivate func hasMoved(_ item: DueItem, _ book: RuleBook) -> Bool {
    moved.contains { $0.before.isSame(as: item, book) }
  }
}

extension DateCorrection {
  /// Whether it is of a date with which a limit can begin.
  func starts(_ rule: ClockRule, _ owner: RecordID?, _ book: RuleBook) -> Bool {
    book.ids(rule.startFields).contains(field) && (record == nil || record == owner)
  }
}

extension CaseClock {
  /// Whether it is the same limit, whatever extensions it has.
  func isSame(as item: DueItem, _ book: RuleBook) -> Bool {
    record == item.record
      && book.clocks[item.clock].map { book.clocks.first(of: $0).id } == first.id
  }

  /// Whether it ends later than it did before it rested. Days off that were adopted since make it no other, nor does
  /// another hour of the day from which it runs, where it ends with a day.
  func isLater(than item: DueItem) -> Bool {
    let endsWithDay = [.day, .month, .year].contains(rule.limit.unit)
    if start != item.start, !endsWithDay || deadline == nil || item.lastDay == nil {
      return start > item.start
    }
    guard let deadline, rule.limit.unit != .workingDay else { return false }
    return item.lastDay.map { deadline.lastDay > $0 } ?? false
  }
}

extension DueItem {
  fileprivate func corrected(on day: CalendarDay) -> DueItem {
    var item = self
    item.correct(on: day)
    return item
  }

  private var deadline: Deadline? {
    guard let end, let lastDay else { return nil }
    let moved = Moment(seconds: end.seconds - 1).dayInVietnam
    return Moment(endOf: moved) == end
      ? Deadline(last: lastDay, moved: moved, isCalendarKnown: true) : Deadline(moment: end)
  }

  /// The clock that it was, ended as that one is which came back.
  func clock(in book: RuleBook, ended end: CaseClock.End?) -> CaseClock? {
    guard let rule = book.clocks[clock] else { return nil }
    var extended: [ClockRule] = []
    var base = rule
    while let before = base.extends.flatMap({ book.clocks[$0] }) {
      extended.insert(before, at: 0)
      base = before
    }
    return CaseClock(
      rule: rule, extended: extended, record: record, start: start, deadline: deadline, end: end)
  }
}
