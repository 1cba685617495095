import Vault

/// The days of a stay against its limit, where no running clock shows it: of a stay that has ended, and of
/// stays that follow one another without a day between, which the law does not count anew (Decree 162/2025
/// Art. 17: not more than 120 days). Told, for the days were lived; whoever stays longer needs an extension.
enum StayLimit {
  static let looksAt = ["stay.stay_from", "stay.stay_to", "stay.stay_extended_to"]

  private struct Stay {
    var from: CalendarDay
    /// Nil while it goes on.
    var to: CalendarDay?
    var extended: CalendarDay?
    var count = 1
  }

  static func notes(_ file: CaseRecords, on today: CalendarDay) -> [RuleNote] {
    let beyond = notesOfChains(file, on: today)
    return beyond.isEmpty ? notesOfAll(file, on: today) : beyond
  }

  /// Of stays with days between them each has its limit anew, and no source at hand says that it has: where they are
  /// longer together than the limit of one, whoever looks is told.
  private static func notesOfAll(_ file: CaseRecords, on today: CalendarDay) -> [RuleNote] {
    let chains = chains(file)
    guard chains.count > 1, let last = chains.last,
      let rule = file.book.clocks.row(like: "stay", in: file, on: last.from),
      file.holds(rule.condition), rule.limit.unit == .day, let limit = rule.limit.amount,
      // Whoever decided on a longer one has looked.
      chains.allSatisfy({ $0.extended == nil })
    else { return [] }
    // The day of the event is not counted (Civil Code Art. 147(3)).
    let days = chains.map { ($0.to ?? today).number - $0.from.number }.reduce(0, +)
    return days > limit
      ? [RuleNote(.staysTogether, label: rule.label, rule.citation, names: [.clock(rule)])] : []
  }

  private static func notesOfChains(_ file: CaseRecords, on today: CalendarDay) -> [RuleNote] {
    let broken = chains(file).lazy.compactMap { chain -> ClockRule? in
      // A single stay that goes on has its clock, which says more.
      guard chain.to != nil || chain.count > 1 else { return nil }
      guard let rule = file.book.clocks.row(like: "stay", in: file, on: chain.from),
        file.holds(rule.condition),
        let limit = rule.limit.deadline(from: Moment(startOf: chain.from), file.book.calendar)
      else { return nil }
      let isBeyond = (chain.to ?? today) > max(limit.movedDay, chain.extended ?? limit.movedDay)
      return isBeyond ? rule : nil
    }.first
    return broken.map {
      [RuleNote(.stayBeyondLimit, label: $0.label, $0.citation, names: [.clock($0)])]
    } ?? []
  }

  /// Stays in their order, those without a day between them as one.
  private static func chains(_ file: CaseRecords) -> [Stay] {
    let stays = file.records(holding: "stay.stay_from").compactMap { record -> Stay? in
      guard let from = file.date("stay.stay_from", in: record)?.exactDay else { return nil }
      return Stay(
        from: from, to: file.date("stay.stay_to", in: record)?.exactDay,
        extended: file.date("stay.stay_extended_to", in: record)?.exactDay)
    }.sorted { $0.from < $1.from }
    return stays.reduce(into: []) { chains, stay in
      guard var last = chains.last, let end = last.to, stay.from <= end.adding(days: 1) else {
        return chains.append(stay)
      }
      (last.to, last.count) = (stay.to, last.count + 1)
      last.extended = [last.extended, stay.extended].compactMap(\.self).max()
      chains[chains.count - 1] = last
    }
  }
}
