import Vault

/// Which clocks run in a file, as one member can tell it.
///
/// Not everybody sees what starts and ends every clock: an intake officer does not read what the police
/// answered. A rule is reckoned anew by whoever reads all of its fields; of the others the items stay as
/// whoever could tell wrote them.
struct DueReckoning {
  let book: RuleBook
  /// Nil for whoever sees all of a file.
  private let readable: Set<FieldID>?

  init(_ book: RuleBook, readable: Set<FieldID>? = nil) {
    self.book = book
    self.readable = readable
  }

  /// What was recorded of the clocks, brought up to the file as it now stands.
  ///
  /// - Parameters:
  ///   - known: the items that stand there.
  ///   - now: clocks of events that are past count, and those that an event now recorded will start later.
  ///   - move: what a correction of dates moves with the act at hand.
  ///   - agreed: the corrections to which a second person agrees with it.
  ///   - taken: an entry that goes out of sight with it.
  func items(
    _ file: CaseRecords, known: [DueItem], at now: Moment, moved move: ClockMove? = nil,
    agreed: [DateCorrection] = [], taking taken: Taken? = nil
  ) -> [DueItem] {
    let running = running(
      file, known: known.filter { !$0.isAwaited }, at: now, moved: move, agreed, taken)
    let awaited = awaited(known, beside: running, in: file)
    return awaited.isEmpty ? running : (running + awaited).sorted { $0.isBefore($1) }
  }

  private func running(
    _ file: CaseRecords, known: [DueItem], at now: Moment, moved move: ClockMove?,
    _ agreed: [DateCorrection], _ taken: Taken?
  ) -> [DueItem] {
    let told = told(of: file)
    let end = FileEnd(of: file)
    // Nobody comes back to a file that has ended.
    let isClosed = ["closed", "transferred"].contains(file.code("case.status"))
    var items = known.filter { !told($0.clock) }
    let clocks = book.clocks.clocks(of: file, at: Self.later(now))
    for clock in clocks
    where told(clock.rule.id) && clock.end == nil
      && !(end?.ends(clock.rule) ?? false) && !(isClosed && clock.rule.kind == .reminder)
    {
      var item = DueItem(clock)
      item.isNoted = known.contains { item.isSame(as: $0) && $0.isNoted }
      item.correct(as: known.first { item.startsLike($0) && $0.corrected != nil })
      if let move, move.hasMoved(clock) { item.correct(on: now.dayInVietnam) }
      items.append(item)
    }
    let waiting = waiting(in: file, taking: taken, at: now)
    let rest = known.filter { told($0.clock) }.compactMap { item -> DueItem? in
      guard let rule = book.clocks[item.clock], end?.ends(rule) != true,
        !(isClosed && rule.kind == .reminder)
      else { return nil }
      if let kept = waiting.kept(item, among: clocks) { return kept }
      // Who agreed that an entry goes agreed to what went with it.
      guard item.takenBack == nil || item.isResting else { return nil }
      return resting(
        item.resting(on: nil), among: clocks, in: file, at: now, moved: move, agreed)
    }
    for item in rest where !items.contains(item) { items.append(item) }
    return items.sorted { $0.isBefore($1) }
  }

  /// Whether every clock is reckoned anew.
  var seesAll: Bool { readable.map(book.clockFields.isSubset) ?? true }

  /// Whether any of these fields starts or ends a clock that is not reckoned anew.
  func misses(_ fields: Set<FieldID>) -> Bool {
    guard let readable, !seesAll else { return false }
    return book.clocks.rules.contains { rule in
      let own = book.fields(ofClock: rule)
      return !own.isSubset(of: readable) && !own.isDisjoint(with: fields)
    }
  }

  /// A clock that begins with the end of another is known before it begins; the longest chain of limits
  /// in the book is well under ten years.
  private static func later(_ now: Moment) -> Moment {
    Moment(startOf: now.dayInVietnam.adding(months: 120))
  }

  /// Whether a clock is reckoned by this member.
  func tells(_ clock: String, of file: CaseRecords) -> Bool { told(of: file)(clock) }

  /// Which clocks are reckoned anew. Of a file that is closed it takes the reason, which can have ended it.
  private func told(of file: CaseRecords) -> (String) -> Bool {
    let clocks = book.clocks
    guard let readable else { return { clocks.shared($0) != nil } }
    let closing = file.code("case.status") == "closed" ? book.ids(FileEnd.looksAt) : []
    let told = Set(
      clocks.rules.filter {
        book.fields(ofClock: $0).union(closing).isSubset(of: readable)
      }.map(\.id))
    return told.contains
  }
}

extension CheckedChanges {
  /// What a correction moves with the act at hand: nothing while a second person has not agreed.
  var moved: ClockMove? {
    move.flatMap { move in
      changes.fields.isSuperset(of: move.corrections.map(\.field)) ? move : nil
    }
  }
}

extension ClockMove {
  /// Whether a clock of the file as it now stands is one that it moved.
  func hasMoved(_ clock: CaseClock) -> Bool {
    moved.contains {
      $0.after?.rule.id == clock.rule.id && $0.after?.record == clock.record
    }
  }
}

extension DueItem {
  fileprivate func startsLike(_ other: DueItem) -> Bool {
    start == other.start && record == other.record
  }

  fileprivate func isSame(as other: DueItem) -> Bool {
    clock == other.clock && record == other.record && end == other.end
  }

  /// Soonest first; what has no end last.
  func isBefore(_ other: DueItem) -> Bool {
    let (left, right) = (end?.seconds ?? .max, other.end?.seconds ?? .max)
    return left == right ? clock < other.clock : left < right
  }
}
