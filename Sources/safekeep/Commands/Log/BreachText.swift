import Vault

/// The part of a breach report that the notice is filled in from: file by file, which fields, by whom,
/// when.
struct BreachText {
  let text: ReportText

  private var words: any Words { text.words }

  func lines(_ report: ReportedLog) -> [String] {
    guard !report.totals.isEmpty else { return [words.breachCases, words.breachNothing] }
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
    return lines + opened + [words.breachPseudonyms, words.breachToAdd]
  }
}
