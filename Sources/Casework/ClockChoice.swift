import Vault

/// Whether a case has a clock of the kind that is asked for, by the list in its row.
struct ClockChoice {
  private let clock: CaseScope.Clock
  private let book: RuleBook
  private let now: Moment
  private let due: FieldID?

  init(_ clock: CaseScope.Clock, _ book: RuleBook, at now: Moment) {
    (self.clock, self.book, self.now) = (clock, book, now)
    due = book["case.due"]?.id
  }

  var fields: Set<FieldID> { Set([due].compactMap(\.self)) }

  func holds(_ values: [FieldID: FieldValue]) -> Bool {
    DueItem.all(in: due.flatMap { values[$0] }).contains { item in
      // One that has not begun is none yet.
      guard let standing = item.standing(book.clocks[item.clock], at: now) else { return false }
      return switch clock {
      case .rule(let id): item.clock == id
      case .standing(let wanted): standing == wanted
      }
    }
  }
}
