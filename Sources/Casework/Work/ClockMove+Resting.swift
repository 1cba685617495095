import Vault

/// The limits that rested and that a form lets run again (`DueReckoning+Resting`). Whoever does not see the list of what
/// runs knows of none, and is not asked.
extension ClockMove {
  /// The codes by which one can come back, also where none was given before.
  static func returns(in form: CheckedChanges) -> [DateCorrection] {
    guard !form.rested.isEmpty else { return [] }
    let (conditions, _, starting) = form.book.clockSwitches
    return changes(in: form) { id, _ in conditions.contains(id) || starting.contains(id) }
  }

  /// Those that come back later than they last stood. Where the limit of before has passed by now, or no reason can be
  /// given in this form, a second person agrees.
  static func returned(
    _ form: CheckedChanges, from known: [CaseClock], to after: [CaseClock],
    by corrections: [DateCorrection]
  ) -> [Moved] {
    let book = form.book
    return form.rested.compactMap { item in
      guard let next = after.first(where: { $0.isSame(as: item, book) }), next.isLater(than: item),
        let before = item.clock(in: book, ended: next.end)
      else { return nil }
      let now = known.first { $0.isSame(as: item, book) }
      let isAsItWas = now?.start == next.start && now?.deadline == next.deadline
      let standing = before.standing(at: form.now)
      guard !isAsItWas, standing != .met else { return nil }
      let own = fields(of: before, next, book)
      let hasReason = corrections.contains {
        own.contains($0.field) && book.reason(ofCorrecting: $0.field) != nil
      }
      let isOver = standing == .overdue || standing == .metLate || before.hasPassed(at: form.now)
      return Moved(
        before: before, after: next,
        isHeld: isOver || !hasReason || before.isStay && standing <= .soon)
    }
  }
}

extension CheckedChanges {
  /// What the file had of limits and has no more.
  fileprivate var rested: [DueItem] {
    DueItem.all(in: look.value("case.due")).filter(\.isResting)
  }
}
