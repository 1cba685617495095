import Vault

/// Stays that follow one another without a day between are one stay: the law has not more than 120 days for it, and
/// whoever moves to another house or room does not begin anew (Decree 162/2025 Art. 17).
extension CaseRecords {
  /// The stays to which this one is the next, whatever lies between them but a day.
  func stays(before stay: Record) -> [Record] {
    let all = records(holding: "stay.stay_from").filter { $0.id != stay.id }
    guard var first = date("stay.stay_from", in: stay)?.exactDay else { return [] }
    var found: [Record] = []
    while let (day, record) = earlier(first, among: all, but: found) {
      found.append(record)
      first = min(first, day)
    }
    return found
  }

  private func earlier(
    _ first: CalendarDay, among all: [Record], but known: [Record]
  ) -> (CalendarDay, Record)? {
    for record in all where !known.contains(where: { $0.id == record.id }) {
      guard let from = date("stay.stay_from", in: record)?.exactDay, from <= first,
        let to = date("stay.stay_to", in: record)?.exactDay, to.adding(days: 1) >= first
      else { continue }
      return (from, record)
    }
    return nil
  }
}
