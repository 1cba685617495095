/// Holds a proposed rule book against time. A row that ends and that nothing follows is a gap: from the next
/// day a step is refused, a limit does not run or a right is denied, and nobody decided that. So a row that
/// ends has a successor from the next day on, or its citation says what repealed it (Format.md, "From one
/// book to the next").
///
/// It is asked of what is proposed, not of a book that was adopted: a vault must open whatever it holds, for
/// the book to be mended.
struct CoverageCheck {
  private let book: RuleBook
  /// What is over is over: no row can be added for it any more.
  private let today: CalendarDay

  init(_ book: RuleBook, today: CalendarDay) {
    self.book = book
    self.today = today
  }

  func run() throws(CaseworkError) {
    try check(book.steps.steps.map(LastingRow.init))
    try check(
      book.clocks.rules.filter { $0.kind == .duty || $0.kind == .window }
        .map { LastingRow($0, book.clocks) })
    try check(book.entitlements.rows.map(LastingRow.init))
    for rule in book.clocks.rules where rule.validity.reaches(today) { try checkNamed(by: rule) }
    for rule in book.clocks.rules { try checkFollowers(of: rule) }
  }

  // MARK: Rows

  private func check(_ rows: [LastingRow]) throws(CaseworkError) {
    for row in rows {
      guard let last = row.validity.to, row.validity.reaches(today), !row.isRepealed else {
        continue
      }
      let next = last.adding(days: 1)
      for part in row.parts where !rows.contains(where: { $0.follows(row, in: part, on: next) }) {
        throw .rules(RuleFault(row.table, line: row.line, .nothingFollows(row.name, on: next)))
      }
    }
  }

  // MARK: Clocks that name others

  /// A clock that begins with the end of another, or lengthens another, has that other on each of its days.
  private func checkNamed(by rule: ClockRule) throws(CaseworkError) {
    let open = Validity(from: max(rule.validity.from ?? today, today), to: rule.validity.to)
    for names in [rule.followed, [rule.extends].compactMap(\.self)] {
      let named = names.compactMap { book.clocks[$0] }
      guard let last = named.last else { continue }
      if let gap = open.firstDay(outside: named.map(\.validity)) {
        throw .rules(RuleFault(.clocks, line: rule.line, .clockNotInForce(last.id, on: gap)))
      }
    }
  }

  /// A limit runs on after the last day of its row, in the files in which it began. Whatever begins with its
  /// end has to be there then (Law 53/2024 Art. 27(4): the paper is due when the limit ends).
  private func checkFollowers(of rule: ClockRule) throws(CaseworkError) {
    let followers = book.clocks.rules.filter { $0.followed.contains(rule.id) }
    guard let last = followers.last else { return }
    // No limit of the book runs for ten years.
    let open = Validity(
      from: max(rule.validity.from ?? today, today), to: rule.validity.to?.adding(months: 120))
    let days = followers.map {
      $0.citation.isRepealed ? Validity(from: $0.validity.from, to: nil) : $0.validity
    }
    if let gap = open.firstDay(outside: days) {
      throw .rules(RuleFault(.clocks, line: last.line, .clockNotFollowed(rule.id, on: gap)))
    }
  }
}
