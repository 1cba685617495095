import Casework
import Vault

/// A report of the log as lines of text, in the language of the reader. REPORT.txt of an export and
/// `log report` say the same.
struct ReportText {
  let words: any Words
  /// For the labels of fields; nil: their codes.
  let book: RuleBook?

  /// The whole report, line by line as it is read.
  ///
  /// - Parameter put: a line, without its end.
  func page(
    of report: ReportedLog, in vault: Vault, as session: borrowing Session,
    _ put: (String) throws(Fault) -> Void
  ) throws {
    for line in lines(report) { try put(line) }
    var isEmpty = true
    // What the Vault hands over is put down when it has let go of the file: a fault ends the look.
    var failure: Fault?
    try vault.eachAccess(of: report, as: session) { access throws(VaultError) in
      guard failure == nil else { return }
      isEmpty = false
      do throws(Fault) { try put("  " + line(access)) } catch { failure = error }
    }
    if let failure { throw failure }
    if isEmpty { try put("  " + nothing(report)) }
  }

  /// Where no case was opened a breach report may have told of lists and copies all the same.
  private func nothing(_ report: ReportedLog) -> String {
    report.scope.kind == .breach && !report.takings.isEmpty
      ? words.breachNoSingle : words.reportNoAccesses
  }

  /// REPORT.txt lists so many accesses at most, the newest: whoever checks an export reads each file of
  /// it into memory that must not grow with the log, and the entries themselves are all there.
  static let mostAccesses = 10_000

  /// REPORT.txt of an export.
  func file(
    of report: ReportedLog, in vault: Vault, as session: borrowing Session
  ) throws(VaultError) -> [UInt8] {
    var accesses = NewestLines(most: Self.mostAccesses)
    try vault.eachAccess(of: report, as: session) { access throws(VaultError) in
      accesses.add("  " + line(access))
    }
    var lines = lines(report)
    if accesses.earlier > 0 { lines.append("  " + words.reportEarlier(accesses.earlier)) }
    lines += accesses.lines
    if accesses.lines.isEmpty { lines.append("  " + nothing(report)) }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Everything but the list of accesses, in sections with an empty line between.
  func lines(_ report: ReportedLog) -> [String] {
    let sections =
      report.scope.kind == .breach
      ? [heading(report), [words.breachDuty], BreachText(text: self).lines(report)]
      : [heading(report), findings(report), totals(report)]
    let common = [bounds(report), limits]
    return Array((sections + common).joined(separator: [""])) + ["", words.reportAccesses]
  }

  /// One access, as it stands under the last heading.
  func line(_ access: ReportedAccess) -> String {
    let line = access.line
    let who = name(line) + (line.role.map { " (\(words.role($0)))" } ?? "")
    let what = line.act + (line.outcome == "ok" ? "" : ", " + words.outcome(line.outcome))
    let why = line.reason.flatMap(Refusal.init(rawValue:)).map { why in
      why == .restricted && !AccessDeed(line.act).isOfPerson
        ? words.reportUnseen : words.reportReason(why)
    }
    let parts: [String?] = [
      time(line.time), access.isDoubtful ? words.reportDoubtful : nil, who, what, why,
      line.file.map(words.reportCase) ?? words.reportNoCase,
      access.fields.isEmpty ? nil : fields(access.fields), line.purpose.map(words.purpose),
      access.subject.map { words.reportTo($0.name) },
      line.outcome == "ok" ? words.reportRight(access.right) : nil,
    ]
    return "\(line.seq)  " + parts.compactMap { $0 }.joined(separator: " · ")
  }

  // MARK: Parts

  func time(_ milliseconds: Int) -> String { WallTime(milliseconds: milliseconds).forPeople }

  /// Several records of one form have labels in common: each is told once.
  func fields(_ ids: [FieldID]) -> String { ids.map(field).uniqued().joined(separator: ", ") }

  func field(_ id: FieldID) -> String {
    guard let field = book?[id] else {
      return id.rawValue < 10 ? "f0\(id.rawValue)" : "f\(id.rawValue)"
    }
    return Escaping.line(words.name(field.label))
  }

  private func name(_ line: LogLine) -> String { Escaping.line(line.handle ?? line.actor) }

  private func heading(_ report: ReportedLog) -> [String] {
    let scope = report.scope
    let isBreach = scope.kind == .breach
    var lines = [
      isBreach ? words.breachTitle : words.reportTitle,
      words.reportMadeFrom(size: report.size, entry: report.entry), report.checkpoint,
      words.reportPeriod(scope.since.map(time), scope.until.map(time)),
    ]
    if let member = scope.member { lines.append(words.reportAbout(Escaping.line(member))) }
    if let from = report.from, let to = report.to {
      lines.append(words.reportEntries(report.entries, time(from), time(to)))
    } else {
      lines.append(words.reportNoEntries)
    }
    if scope.since != nil || scope.until != nil {
      if report.untimely > 0 { lines.append(words.reportUntimely(report.untimely)) }
      lines.append(words.reportPeriodLimits)
    }
    return isBreach ? lines : lines + [words.reportRules(report.rules)]
  }

  /// By kind, in the order in which the kinds are first found.
  private func findings(_ report: ReportedLog) -> [String] {
    guard !report.findings.isEmpty else { return [words.reportFindings, words.reportNoFindings] }
    var lines = [words.reportFindings, words.reportFindingsAreQuestions]
    for kind in report.findings.map(\.kind).uniqued() {
      let found = report.findings.filter { $0.kind == kind }
      let count = max(found.count, report.counts[kind] ?? 0)
      lines.append(
        "\(words.reportFinding(kind)): \(report.scope.member == nil ? count : found.count)")
      lines += found.map { "  " + line($0) }
      if report.scope.member == nil, count > found.count {
        lines.append("  " + words.reportMore(count - found.count))
      }
    }
    return lines
  }

  func line(_ finding: ReportedFinding) -> String {
    let times =
      finding.from == finding.to
      ? time(finding.from) : "\(time(finding.from)) – \(time(finding.to))"
    let isOfClock = finding.kind.hasPrefix("clock_")
    let who =
      finding.person.map { Escaping.line($0.name) } ?? (isOfClock ? nil : words.reportNobody)
    let parts: [String?] = [
      words.reportEntryRange(finding.first, finding.last), times, who,
      finding.file.map(words.reportCase), words.reportCount(finding),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private func totals(_ report: ReportedLog) -> [String] {
    [words.reportTotals]
      + (report.totals.isEmpty ? [words.reportNoAccesses] : report.totals.map { "  " + line($0) })
  }

  func line(_ total: ReportedTotal) -> String {
    let fieldClass = total.fieldClass.map { words.fieldClass($0.name) } ?? words.reportNoClass
    let parts: [String?] = [
      Escaping.line(total.person.name), total.file.map(words.reportCase) ?? words.reportNoCase,
      fieldClass,
      words.reportCounts(
        reads: total.reads, writes: total.writes, openings: total.openings, denials: total.denials),
      words.reportEntryRange(total.first, total.last), "\(time(total.from)) – \(time(total.to))",
      total.fields.isEmpty ? nil : fields(total.fields),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private var limits: [String] { [words.reportLimits] + words.bounds(nil) }
}

extension Array where Element: Hashable {
  /// Each once, in the order of the first.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
