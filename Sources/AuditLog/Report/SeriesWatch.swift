/// Finds entries of one kind that follow soon upon each other. It remembers one run for each key.
struct SeriesWatch<Key: Hashable & Sendable>: Sendable {
  private let kind: ReportFinding.Kind
  private let gap: Int
  private let least: Int
  private var runs: [Key: ReportFinding] = [:]

  init(_ kind: ReportFinding.Kind, gap: Int, least: Int) {
    (self.kind, self.gap, self.least) = (kind, gap, least)
  }

  /// Takes an entry in; gives the run that ended before it, where that was long enough.
  ///
  /// - Parameter count: for how many it stands.
  mutating func take(_ key: Key, _ entry: Entry, count: Int = 1) -> ReportFinding? {
    if var run = runs[key], entry.t - run.to <= gap {
      // A series may go over several cases; then it is of none.
      if run.rec != entry.rec { run.rec = nil }
      run.extend(by: entry, count: run.count + count)
      runs[key] = run
      return nil
    }
    let ended = runs[key]
    var run = ReportFinding(kind, entry, count: count)
    run.who = entry.who
    runs[key] = run
    return ended.flatMap { $0.count >= least ? $0 : nil }
  }

  /// The runs that are long enough when the log ends.
  mutating func finish() -> [ReportFinding] {
    defer { runs = [:] }
    return runs.values.filter { $0.count >= least }
  }
}
