import Vault

/// The part of a breach report that the notice is filled in from: file by file, which fields, by whom,
/// when.
struct BreachText {
  let text: ReportText

  private var words: any Words { text.words }

  func lines(_ report: ReportedLog) -> [String] {
    let (cases, taken) = (putBack(report) + cases(report), taken(report))
    guard !taken.isEmpty || !report.totals.isEmpty else { return cases }
    return cases + (taken.isEmpty ? [] : [""] + taken) + [words.breachToAdd]
  }

  /// What happened after the copy is in no entry: of no period can it be said that nobody looked.
  private func putBack(_ report: ReportedLog) -> [String] {
    let entries = report.findings.filter { $0.kind == "put_back" }.map(\.first)
    let refused = report.findings.filter { $0.kind == "put_back_refused" }.map {
      words.reportFinding($0.kind) + " (\($0.first))"
    }
    return (entries.isEmpty ? [] : [words.goneOnWith(entries)]) + refused
  }

  /// What was shown or taken of many cases at once: never nothing, where there is some of it.
  private func taken(_ report: ReportedLog) -> [String] {
    guard !report.takings.isEmpty else { return [] }
    return [words.breachTaken, words.breachTakenMeans]
      + report.takings.map { taking in
        let parts: [String] = [
          Escaping.line(taking.person.name), words.breachTaking(taking.act),
          ([taking.act, taking.kind].compactMap(\.self)).joined(separator: " "),
          words.breachTakingCounts(
            times: taking.times, n: taking.n, refusals: taking.refusals),
          words.reportEntryRange(taking.first, taking.last),
          "\(text.time(taking.from)) – \(text.time(taking.to))",
        ]
        return "  " + parts.joined(separator: " · ")
      }
  }

  private func cases(_ report: ReportedLog) -> [String] {
    guard !report.totals.isEmpty else {
      return [
        words.breachCases,
        report.takings.isEmpty ? words.breachNothing : words.breachNoSingle,
      ]
    }
    let files = report.totals.map(\.file).uniqued()
    // Who was only refused learned nothing; each refusal stands in its line below.
    let done = report.totals.filter { $0.reads + $0.writes + $0.openings > 0 }
    let people = done.map(\.person).uniqued()
    let fields = Set(done.flatMap(\.fields))
    var lines = [
      words.breachCases,
      words.breachSummary(
        cases: done.compactMap(\.file).uniqued().count, people: people.count,
        fields: fields.count),
    ]
    for file in files {
      lines.append(file.map(words.reportCase) ?? words.reportNoCase)
      let totals = report.totals.filter { $0.file == file }
      lines += totals.map { "  " + text.line($0) }
    }
    lines.append(
      words.breachPeople + ": " + people.map { Escaping.line($0.name) }.joined(separator: ", "))
    lines.append(words.breachFields + ": " + text.fields(fields.sorted()))
    let opened = done.contains { $0.openings > 0 } ? [words.breachOpenings] : []
    return lines + opened + [words.breachPseudonyms]
  }
}
