import ArgumentParser
import Vault

/// `safekeep key status`: how old which key is, what is due, and by whom.
struct KeyStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .keyStatus, example: "safekeep key status --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let status = try desk.withSession { vault, session in try vault.keyStatus(as: session) }
    try desk.show(Self.report(status, desk.words))
  }

  private static func report(_ status: KeyStatus, _ words: any Words) -> Report {
    Report(
      fields: [
        .init("case_keys_due", words.label(.caseKeysDue), .integer(status.caseKeysDue)),
        .init("cases", words.label(.cases), .integer(status.casesDue)),
        .init(
          "cases_due", words.label(.casesDue), .integer(status.waiting.map(\.count).max() ?? 0)),
        .init("entry", words.label(.entry), .integer(status.entry)),
      ], lists: [list(status, words)], notes: notes(status, words))
  }

  private static func list(_ status: KeyStatus, _ words: any Words) -> Report.List {
    Report.List(
      "keys", title: words.keysTitle,
      columns: [
        .init("kind", words.label(.kind)), .init("of", words.label(.member)),
        .init("version", words.label(.keyVersion)), .init("entry", words.label(.entry)),
        .init("made", words.label(.since)), .init("days", words.label(.days)),
        .init("due", words.label(.due)), .init("by", words.label(.dueBy)),
      ], rows: status.keys.map { row($0, status.newest, words) }, ifEmpty: words.nothingWaits)
  }

  private static func row(
    _ key: KeyStatus.Key, _ newest: Int, _ words: any Words
  ) -> [Cell] {
    let role = key.role.map { Cell.code($0, label: words.role($0)) }
    let makers = key.isDue ? makers(of: key) : []
    return [
      .code(key.kind.rawValue, label: words.keyKind(key.kind.rawValue)),
      key.handle.map(Cell.text) ?? role ?? .none, key.version.map(Cell.integer) ?? .none,
      .integer(key.entry), .moment(WallTime(milliseconds: key.made)),
      .integer(max(0, newest - key.made) / 86_400_000), .flag(key.isDue),
      makers.isEmpty ? .none : .list(makers.map { .code($0, label: words.role($0)) }),
    ]
  }

  /// Whose next command makes it; of a member's own keys, who admits them.
  private static func makers(of key: KeyStatus.Key) -> [String] {
    switch key.kind {
    case .member: ["admin"]
    case .epoch: key.role.map { [KeyStatus.maker(of: $0)] } ?? []
    case .vault: ["admin", "lead"]
    case .operations, .index: ["lead"]
    case .log, .custody: []
    }
  }

  /// Who has a role without its key is told of, with who gives it.
  private static func seed(_ words: any Words, _ item: KeyStatus.Seedless) -> String {
    let (handle, role) = (Escaping.line(item.handle ?? "–"), words.role(item.role.rawValue))
    return item.isGivable
      ? words.seedMissing(handle: handle, role: role)
      : words.seedUnheld(role: role)
  }

  private static func notes(_ status: KeyStatus, _ words: any Words) -> [String] {
    let unheld = Set(status.seedless.filter { !$0.isGivable }.map(\.role))
    let due = status.keys.count { key in
      key.isDue
        && (key.kind == .member
          || !makers(of: key).allSatisfy { name in unheld.contains { $0.rawValue == name } })
    }
    return (due > 0 ? [words.keysDue(due)] : []) + status.seedless.map { seed(words, $0) }
      + (status.caseKeysDue > 0 ? [words.caseKeysAtNextWrite(status.casesDue)] : [])
      + status.compromised.filter { !words.isOwed($0, by: Array(unheld)) }
      .map { words.dueAfterCompromise($0) }
      + status.waiting.filter { !words.isOwed($0, by: Array(unheld)) }.map { words.due($0) }
      + (status.trusteesMissing > 0 ? [words.trusteesMissing(status.trusteesMissing)] : [])
      + [words.lookRecorded(entry: status.entry)]
  }
}
