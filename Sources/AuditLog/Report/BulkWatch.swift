import Sealing

/// Finds people who look at many different cases within an hour. Of each it remembers the last look at
/// each case of the hour that is under way.
struct BulkWatch: Sendable {
  private struct Hour: Sendable {
    var seen: [Identifier: Int] = [:]
    var run: ReportFinding?
    var oldest = 0
  }

  private let least: Int
  private var hours: [ActorID: Hour] = [:]

  init(least: Int) { self.least = least }

  /// Takes a look in; gives the finding that ended with it.
  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard let rec = entry.rec else { return nil }
    var hour = hours[entry.actor] ?? Hour()
    hour.seen[rec] = entry.t
    // Only now and then: throwing out what is old costs as much as there is.
    if entry.t - hour.oldest > ReportRules.hour {
      hour.seen = hour.seen.filter { entry.t - $0.value < ReportRules.hour }
      hour.oldest = hour.seen.values.min() ?? entry.t
    }
    defer { hours[entry.actor] = hour }
    let count = hour.seen.count
    if count >= least {
      var run = hour.run ?? ReportFinding(.bulk, entry)
      run.rec = nil
      run.extend(by: entry, count: max(count, run.count))
      hour.run = run
      return nil
    }
    let ended = hour.run
    hour.run = nil
    return ended
  }

  mutating func finish() -> [ReportFinding] {
    defer { hours = [:] }
    return hours.values.compactMap(\.run)
  }
}
