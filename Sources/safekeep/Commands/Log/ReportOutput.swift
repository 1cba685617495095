import Casework
import Vault

/// Where a report goes: as text or JSON, onto the terminal or into a file. Accesses are handed on one by
/// one, so that a list of any length needs little memory.
struct ReportOutput {
  private let report: ReportedLog
  private let vault: Vault
  private let desk: Desk

  init(_ report: ReportedLog, _ vault: Vault, _ desk: Desk) {
    (self.report, self.vault, self.desk) = (report, vault, desk)
  }

  func text(
    _ book: RuleBook?, _ session: borrowing Session, to file: NewFile?
  ) throws {
    try ReportText(words: desk.words, book: book).page(of: report, in: vault, as: session) {
      line throws(Fault) in try put(line + "\n", file)
    }
  }

  /// The lists of the report, and `accesses`, of which each is written as it is read.
  func json(_ session: borrowing Session, to file: NewFile?) throws {
    let head = Self.lists(report, desk.words).json.text.dropLast()
    try put(head + ",\"accesses\":[", file)
    var separator = ""
    try each(session) { access throws(Fault) in
      try put(separator + Self.json(access).text, file)
      separator = ","
    }
    try put("]}\n", file)
  }

  /// What the Vault hands over is written after it let go of the file: a fault of writing ends the look.
  private func each(
    _ session: borrowing Session, _ body: (ReportedAccess) throws(Fault) -> Void
  ) throws {
    var failure: Fault?
    try vault.eachAccess(of: report, as: session) { access throws(VaultError) in
      guard failure == nil else { return }
      do throws(Fault) { try body(access) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func put(_ text: String, _ file: NewFile?) throws(Fault) {
    if let file { try file.write(Array(text.utf8)) } else { try desk.terminal.write(text) }
  }

  // MARK: For programs

  static func lists(_ report: ReportedLog, _ words: any Words) -> Report {
    var lists = Report(
      fields: [
        .init("size", words.label(.size), .integer(report.size)),
        .init("entries", words.label(.size), .integer(report.entries)),
        .init("untimely", words.label(.size), .integer(report.untimely)),
        .init("since", words.label(.since), moment(report.scope.since)),
        .init("until", words.label(.until), moment(report.scope.until)),
        .init("checkpoint", words.label(.checkpoint), .lines(report.checkpoint)),
        .init(
          "unchecked_receipts", words.label(.unanchored),
          .list(report.uncheckedReceipts.map { .integer($0) })),
        .init("entry", words.label(.entry), .integer(report.entry)),
      ] + Report.Field.bounds(report.tail, words),
      lists: [findings(report), totals(report), takings(report), intervals(report)]
        + Report.List.contradicted(report.contradicted, words))
    lists.limits = LogLimit.codes
    return lists
  }

  private static func moment(_ time: Int?) -> Cell {
    time.map { .moment(WallTime(milliseconds: $0)) } ?? .none
  }

  private static func columns(_ keys: [String]) -> [Report.List.Column] {
    keys.map { .init($0, $0) }
  }

  private static func findings(_ report: ReportedLog) -> Report.List {
    Report.List(
      "findings",
      columns: columns([
        "kind", "actor", "handle", "case", "count", "first", "last", "from", "to",
      ]),
      rows: report.findings.map { found in
        [
          .text(found.kind), text(found.person?.actor), text(found.person?.handle),
          text(found.file), .integer(found.count), .integer(found.first), .integer(found.last),
          moment(found.from), moment(found.to),
        ]
      }, ifEmpty: "")
  }

  private static func totals(_ report: ReportedLog) -> Report.List {
    Report.List(
      "totals",
      columns: columns([
        "actor", "handle", "case", "class", "reads", "writes", "openings", "denials", "fields",
        "first",
        "last", "from", "to",
      ]),
      rows: report.totals.map { total in
        [
          .text(total.person.actor), text(total.person.handle), text(total.file),
          text(total.fieldClass?.name), .integer(total.reads), .integer(total.writes),
          .integer(total.openings), .integer(total.denials),
          .list(total.fields.map { .integer(Int($0.rawValue)) }),
          .integer(total.first), .integer(total.last), moment(total.from), moment(total.to),
        ]
      }, ifEmpty: "")
  }

  private static func takings(_ report: ReportedLog) -> Report.List {
    Report.List(
      "takings",
      columns: columns([
        "actor", "handle", "act", "kind", "times", "n", "denials", "first", "last", "from", "to",
      ]),
      rows: report.takings.map { taking in
        [
          .text(taking.person.actor), text(taking.person.handle), .text(taking.act),
          text(taking.kind), .integer(taking.times), .integer(taking.n),
          .integer(taking.refusals), .integer(taking.first), .integer(taking.last),
          moment(taking.from), moment(taking.to),
        ]
      }, ifEmpty: "")
  }

  private static func intervals(_ report: ReportedLog) -> Report.List {
    Report.List(
      "intervals",
      columns: columns([
        "first", "last", "after", "after_time", "before", "before_time", "contradictory",
      ]),
      rows: report.intervals.map { stretch in
        [
          .integer(stretch.first), .integer(stretch.last),
          stretch.after.map { .integer($0.entry) } ?? .none, moment(stretch.after?.time),
          stretch.before.map { .integer($0.entry) } ?? .none, moment(stretch.before?.time),
          .flag(stretch.isContradictory),
        ]
      }, ifEmpty: "")
  }

  private static func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .none }

  private static func json(_ access: ReportedAccess) -> JSONValue {
    let line = access.line
    var right = JSONValue.null
    if case .entry(let entry) = access.right { right = .integer(entry) }
    if access.right == .standing { right = .string("standing") }
    func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    return .object([
      .init("entry", .integer(line.seq)),
      .init("time", .string(WallTime(milliseconds: line.time).rfc3339)),
      .init("doubtful", .bool(access.isDoubtful)),
      .init("actor", .string(line.actor)), .init("handle", optional(line.handle)),
      .init("role", optional(line.role)), .init("act", .string(line.act)),
      .init("outcome", .string(line.outcome)), .init("reason", optional(line.reason)),
      .init("case", optional(line.file)), .init("purpose", optional(line.purpose)),
      .init("fields", .array(line.fields.map(JSONValue.string))),
      .init("subject", optional(access.subject?.actor)), .init("right", right),
    ])
  }
}
