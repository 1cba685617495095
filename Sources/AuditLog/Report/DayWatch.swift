/// Counts looks at night and on weekends, one finding for each person and day of the office's clock.
struct DayWatch: Sendable {
  private let rules: ReportRules
  private var runs: [ActorID: ReportFinding] = [:]

  init(_ rules: ReportRules) { self.rules = rules }

  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard rules.isOffHours(entry.t) else { return nil }
    if var run = runs[entry.actor], rules.localDay(run.from) == rules.localDay(entry.t) {
      run.extend(by: entry, count: run.count + 1)
      runs[entry.actor] = run
      return nil
    }
    var run = ReportFinding(.offHours, entry)
    run.rec = nil
    return runs.updateValue(run, forKey: entry.actor)
  }

  mutating func finish() -> [ReportFinding] {
    defer { runs = [:] }
    return Array(runs.values)
  }
}
