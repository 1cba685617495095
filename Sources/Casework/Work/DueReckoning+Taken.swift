import Vault

/// What of limits goes on although the entry from which they run, or that let them end so soon, was taken back by one
/// person: whoever is late could take the date away and record another. Until a second person has agreed the older date
/// counts; after that it is their word. A day to come back to goes on too: whoever may not move the end of a measure that
/// a competent body decided could hide it else.
extension DueReckoning {
  /// An entry that goes out of sight, and the file with it.
  struct Taken {
    let record: RecordID
    let file: CaseRecords
  }

  /// The same of one act.
  struct Waiting {
    fileprivate let book: RuleBook
    fileprivate let retracted: RetractedRecords
    fileprivate let taken: RecordID?
    /// The clocks of the file before an entry goes out of sight.
    fileprivate let before: [CaseClock]
    fileprivate let now: Moment

    /// What stays of a limit that was known; nil where it is not for such an entry that it would go.
    func kept(_ item: DueItem, among clocks: [CaseClock]) -> DueItem? {
      let clock = clocks.first { $0.isSame(as: item, book) }
      // There again, or recorded anew with the same day.
      if let clock, !clock.isLater(than: item) { return nil }
      if let record = item.takenBack { return retracted.contains(record) ? item : nil }
      guard let taken, item.start <= now else { return nil }
      if item.isResting { return item.record == taken ? item.resting(on: taken) : nil }
      let isOpen = before.contains {
        $0.isSame(as: item, book) && $0.start == item.start && $0.end == nil
      }
      return isOpen ? item.resting(on: taken) : nil
    }
  }

  func waiting(in file: CaseRecords, taking taken: Taken?, at now: Moment) -> Waiting {
    let list = book["case.pending"].flatMap { field in
      file.records.first { $0.entity == field.entity }?.values[field.id]
    }
    return Waiting(
      book: book, retracted: RetractedRecords(waitingIn: list), taken: taken?.record,
      before: taken.map { book.clocks.clocks(of: $0.file, at: now) } ?? [], now: now)
  }
}
