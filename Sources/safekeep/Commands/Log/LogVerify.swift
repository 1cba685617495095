import ArgumentParser
import Vault

/// `safekeep log verify`: every entry, signature and head read anew, and every case held against what
/// the log says of it. Exit 20 and the first entry that does not fit, or how far it is proven and by
/// whose memory.
struct LogVerify: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logVerify, example: "safekeep log verify --as kim")

  @OptionGroup var common: Common

  @Option(help: .of({ $0.optionVerifyPin }, "file"), completion: .file()) var pin: String?

  @Flag(help: .of({ $0.optionFromPin })) var fromPin = false

  func run() throws {
    let desk = try Desk(common)
    guard !fromPin else {
      guard pin == nil else { throw Fault.oneKindOfPin }
      return try verifyFromPin(at: desk)
    }
    let book = try pin.map { path throws(Fault) in
      try InputFile.readPlain(path, limit: LogPin.limit)
    }
    let verdict: LogVerdict
    do {
      verdict = try desk.withSession { vault, session in
        try vault.verifyLog(pins: book, as: session)
      }
    } catch {
      guard Self.examined.contains(error.status) else { throw error }
      // Too broken to unlock anybody: what is stored can still be read, and what is wrong named.
      verdict = try Self.examine(at: desk, book, after: error)
    }
    try desk.show(Self.report(verdict, try desk.handle(), desk.words))
    if let fault = Fault.contradicted(by: verdict.pins, size: verdict.size) { throw fault }
    if let first = verdict.findings.first {
      throw Fault.found(first, fits: verdict.size, pinned: verdict.proven)
    }
    if let first = verdict.gaps.first { throw Fault.leftBehind(verdict.gaps.count, first) }
  }

  /// What may be an alteration: the log, data or rules that are not as they should be, a key or a row
  /// that is not there. And what keeps the look from being written down: that hides no alteration.
  static let examined: Set<ExitStatus> = [
    .logBroken, .badData, .configuration, .notFound, .storage, .cannotCreate,
  ]

  /// - Throws: the fault that stopped the unlocking, where reading finds nothing: a log that was put
  ///   back to an older state is sound in itself. Where nothing could be written, it says how far the
  ///   vault was found sound; more is not shown without an entry.
  private static func examine(
    at desk: Desk, _ book: [UInt8]?, after fault: Fault
  ) throws(Fault) -> LogVerdict {
    let (path, handle, pins) = (desk.vaultPath, try? desk.handle(), desk.places.pins)
    guard let verdict = try? Vault.examine(path, keptIn: book, by: handle, pins: pins)
    else { throw fault }
    guard verdict.findings.isEmpty else { return verdict }
    guard fault.status == .storage || fault.status == .cannotCreate else { throw fault }
    throw fault.afterExamination(upTo: verdict.size - 1)
  }

  private static func report(
    _ verdict: LogVerdict, _ handle: String, _ words: any Words
  ) -> Report {
    var report = Report(
      fields: [
        .init("sound", words.label(.sound), .flag(verdict.findings.isEmpty)),
        .init("entries", words.label(.size), .integer(verdict.size)),
        .init("pinned", words.label(.pin), verdict.pinned.map(Cell.integer) ?? .none),
        .init("cases", words.label(.cases), .integer(verdict.cases)),
        .unlooked(verdict.unlooked, words),
        .init("checkpoint", words.label(.checkpoint), .lines(verdict.checkpoint)),
        .init("entry", words.label(.entry), verdict.entry.map(Cell.integer) ?? .none),
      ] + putBack(verdict.putBack, words) + Report.Field.bounds(verdict.tail, words),
      lists: (verdict.findings.isEmpty ? [] : [.findings(verdict.findings, words)])
        + (verdict.gaps.isEmpty ? [] : [.findings(verdict.gaps, named: "gaps", words)])
        + Report.List.contradicted(verdict.contradicted, words),
      notes: notes(verdict, handle, words))
    report.limits = LogLimit.codes
    return report
  }

  private static func putBack(_ entries: [Int], _ words: any Words) -> [Report.Field] {
    entries.isEmpty
      ? []
      : [.init("put_back", words.reportFinding("put_back"), .list(entries.map(Cell.integer)))]
  }

  /// Never "complete": a log whose newest entries are gone looks complete to itself.
  private static func notes(
    _ verdict: LogVerdict, _ handle: String, _ words: any Words
  ) -> [String] {
    guard verdict.findings.isEmpty else {
      return [words.entriesFit(below: verdict.size)]
        + (verdict.size == 0 ? [] : proven(verdict, handle, words)) + words.bounds(nil)
    }
    let last = verdict.size - 1
    return [words.entriesFit(upTo: last)] + proven(verdict, handle, words)
      + (verdict.entry.map { [words.lookRecorded(entry: $0)] } ?? [])
      + (verdict.putBack.isEmpty ? [] : [words.goneOnWith(verdict.putBack)])
      + words.contradictions(verdict.contradicted) + words.unlooked(verdict.unlooked)
      + words.bounds(verdict.tail)
  }
}

extension LogVerify {
  /// The own pin and each of a file, for each size that is held by any.
  private static func proven(
    _ verdict: LogVerdict, _ handle: String, _ words: any Words
  ) -> [String] {
    var holders: [Int: [String]] = [:]
    if let pinned = verdict.pinned { holders[pinned] = [words.pinOf(handle)] }
    for (place, pin) in verdict.pins.enumerated() where pin.verdict == .held {
      holders[pin.size, default: []].append(words.pinFile(place + 1))
    }
    guard !holders.isEmpty else {
      return [
        verdict.findings.isEmpty
          ? words.provenAgainstItselfOnly(entry: verdict.size - 1) : words.heldByNoHead
      ]
    }
    return holders.sorted { $0.key > $1.key }.map {
      words.provenUpTo(entry: $0.key - 1, pinnedBy: $0.value)
    }
  }

  /// Only what came after the member's own pin: quick, and says what it did not look at.
  private func verifyFromPin(at desk: Desk) throws {
    let words = desk.words
    let handle = try desk.handle()
    let (found, putBack) = try desk.withSession { vault, session in
      (try vault.verifyFromPin(as: session), vault.putBackEntries)
    }
    let proven = words.provenUpTo(entry: found.pinned - 1, pinnedBy: [words.pinOf(handle)])
    var report = Report(
      fields: [
        .init("sound", words.label(.sound), .flag(found.finding == nil)),
        .init("entries", words.label(.size), .integer(found.size)),
        .init("pinned", words.label(.pin), .integer(found.pinned)),
        .init("checkpoint", words.label(.checkpoint), .lines(found.checkpoint)),
        .init("entry", words.label(.entry), .integer(found.entry)),
      ] + Self.putBack(putBack, words) + Report.Field.bounds(found.tail, words),
      notes: (found.finding == nil
        ? [
          words.entriesFit(from: found.pinned, to: found.size - 1), proven,
          words.notLookedAt(below: found.pinned), words.lookRecorded(entry: found.entry),
        ] : [proven]) + (putBack.isEmpty ? [] : [words.goneOnWith(putBack)])
        + words.bounds(found.tail))
    report.limits = LogLimit.codes
    try desk.show(report)
    if let finding = found.finding {
      let fits = min(finding.entry ?? found.size, found.size)
      throw Fault.found(finding, fits: fits, pinned: found.pinned)
    }
  }
}

extension LogVerify {
  /// Status 20 with what does not fit, where nothing is said of how many entries do.
  static func fault(of finding: LogFinding) -> Fault {
    .logBroken(LogFault(finding: finding.code), entry: finding.entry, code: finding.code, [])
  }
}

extension Report.List {
  static func findings(
    _ findings: [LogFinding], named name: String = "findings", _ words: any Words
  ) -> Report.List {
    Report.List(
      name, title: words.label(.found),
      columns: [
        .init("entry", words.label(.entry)), .init("case", words.label(.caseName)),
        .init("reason", words.label(.reason)),
      ],
      rows: findings.map { finding in
        [
          finding.entry.map(Cell.integer) ?? .none, finding.pseudonym.map(Cell.text) ?? .none,
          .code(finding.code, label: words.reason(LogFault(finding: finding.code))),
        ]
      }, ifEmpty: "")
  }
}

extension LogFinding {
  fileprivate var entry: Int? {
    switch subject {
    case .entry(let entry): entry
    case .file(_, let entry): entry
    }
  }

  fileprivate var pseudonym: String? {
    switch subject {
    case .entry: nil
    case .file(let pseudonym, _): pseudonym
    }
  }
}

extension Fault {
  fileprivate static let oneKindOfPin = Fault(.usage, reason: "two_pins") { $0.oneKindOfPin }

  /// Cases without a key that two people accepted: the log verifies, and the doctor says what can be done.
  fileprivate static func leftBehind(_ cases: Int, _ first: LogFinding) -> Fault {
    Fault(
      .storage, reason: "case_gap",
      details: first.entry.map { [.init("gap", .integer($0))] } ?? [],
      hint: { $0.gapsHint }
    ) { $0.casesLeftBehind(cases) }
  }

  /// The same, with how far the vault was found sound.
  fileprivate func afterExamination(upTo last: Int) -> Fault {
    Fault(
      status, entry: entry, details: details + [.init("examined", .integer(last))],
      hint: { $0.soundButNotWrittenDown(upTo: last) }, sentence)
  }

  /// Status 20 with the first thing that does not fit, its exact code beside the reason; how many entries
  /// fit, and how many of them a pin holds.
  fileprivate static func found(_ finding: LogFinding, fits: Int, pinned: Int?) -> Fault {
    .logBroken(
      LogFault(finding: finding.code), entry: finding.entry, code: finding.code,
      [
        .init("fits", .integer(fits)), .init("pinned", pinned.map(JSONValue.integer) ?? .null),
      ])
  }
}
