/// The day whose rows hold for something that happens in a file. Rules are never changed backwards, nor does a file
/// change rules on its way: a row holds for it that was in force on the earlier of two days, that of the act or event
/// and that on which the file was opened. So what lay before the file goes by its own day, and a file that was opened
/// before a new row came keeps the old one, also where another office has it by now.
///
/// What may be given to whom is another matter (`BasisCheck`): a release is lawful on its own day, or it is not.
struct RuleDay: Hashable, Sendable {
  /// That of the act or event.
  let act: CalendarDay
  /// The earlier of the two.
  let kept: CalendarDay

  /// - Parameter opened: nil where it is not seen; the day of the act is all that there is then.
  init(_ act: CalendarDay, opened: CalendarDay?) {
    self.act = act
    kept = opened.map { min(act, $0) } ?? act
  }

  /// Whether a row holds.
  ///
  /// Where no row of its kind was in force when the file was opened, the first that came later holds, from its own
  /// first day on: a right or a step that the law added since is everybody's. What came and was repealed again before
  /// the act never was the file's.
  /// - Parameter kind: the rows of its kind, itself among them or not.
  func holds<Row: DatedRow>(_ row: Row, among kind: @autoclosure () -> [Row]) -> Bool {
    if row.validity.holds(on: kept) { return true }
    guard came(row) else { return false }
    return !kind().contains { other in
      // What is in force beside it is no other state of the same rule.
      guard !other.validity.overlaps(row.validity) else { return false }
      return other.validity.holds(on: kept) || (came(other) && other.begins(before: row))
    }
  }

  private func came(_ row: some DatedRow) -> Bool {
    guard let from = row.validity.from, from > kept, from <= act else { return false }
    return !row.citation.isRepealed || row.validity.reaches(act)
  }
}

extension CaseRecords {
  static let openedAt = "case.opened_at"
  private static let rulesFrom = "case.rules_from"

  /// What has to be looked at to know the day.
  static let ofRuleDay = [openedAt, rulesFrom]

  /// When the file was opened, in this vault or in the first of those that handed it on: the program writes it once, and
  /// nobody types it. The day of arrival is another one, which whoever records it may put right. Nil where it is not
  /// seen.
  var opened: CalendarDay? {
    date(Self.rulesFrom)?.exactDay ?? moment(Self.openedAt)?.dayInVietnam
  }

  func ruleDay(of act: CalendarDay) -> RuleDay { RuleDay(act, opened: opened) }
}
