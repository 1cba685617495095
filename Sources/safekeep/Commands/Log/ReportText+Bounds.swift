import Vault

/// Between which times from outside each entry lies.
extension ReportText {
  func bounds(_ report: ReportedLog) -> [String] {
    let tail = Self.sentence(words.told(report.tail))
    let unchecked = report.uncheckedReceipts.map(String.init).joined(separator: ", ")
    let isBounded = report.intervals.contains { $0.after != nil || $0.before != nil }
    return [words.reportIntervals] + report.intervals.map { "  " + line($0) } + [tail]
      + (unchecked.isEmpty ? [] : [words.reportUnchecked(unchecked)])
      + words.contradictions(report.contradicted).map(Self.sentence)
      + (isBounded ? [words.reportWhoseTimes] : [])
  }

  private func line(_ stretch: ReportedInterval) -> String {
    let parts: [String?] = [
      words.reportEntryRange(stretch.first, stretch.last),
      stretch.after.map { words.reportAfter($0, exact($0.time)) } ?? words.reportNothingBefore,
      stretch.before.map { words.reportBefore($0, exact($0.time)) },
      stretch.isContradictory ? words.reportContradiction : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  /// What is a note elsewhere stands by itself here.
  static func sentence(_ note: String) -> String {
    note.prefix(1).uppercased() + note.dropFirst() + "."
  }

  /// With seconds: a minute that is rounded down would bound what it does not.
  private func exact(_ milliseconds: Int) -> String {
    WallTime(milliseconds: milliseconds).exactForPeople
  }
}
