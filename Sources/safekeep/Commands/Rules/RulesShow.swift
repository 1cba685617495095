import ArgumentParser
import Casework
import Vault

/// `safekeep rules show [TABLE [ID]]`: the rule book in force, its tables, the rows of one, or one row.
struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .rulesShow, example: "safekeep rules show clocks police_verify --as mai")

  @Argument(
    help: .of({ $0.argumentRuleTable }, "table"),
    completion: .choices(RuleTable.allCases.map(\.rawValue)))
  var table: String?
  @Argument(help: .of({ $0.argumentRuleRow }, "row")) var row: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let named = try table.map { name throws(Fault) in
      guard let table = RuleTable(rawValue: name) else { throw Fault.unknownRuleTable }
      return table
    }
    let report = try desk.withCasework { casework, session in
      let standing = try casework.vault.ruleStanding(as: session)
      guard let named else { return try Self.tables(casework.book, standing, desk.words) }
      return try rows(of: casework.book.lines(of: named), standing, desk.words)
    }
    try desk.show(report)
  }

  // MARK: The tables

  private static func tables(
    _ book: RuleBook, _ standing: RuleStanding, _ words: any Words
  ) throws(CaseworkError) -> Report {
    var rows: [[Cell]] = []
    for table in RuleTable.allCases {
      let lines = try book.lines(of: table)
      let open = lines.count { $0.citation?.isVerified == false }
      rows.append([
        .code(table.rawValue, label: table.rawValue), .text(words.ruleTable(table.rawValue)),
        .integer(lines.count),
        table.columns.contains("status") ? .integer(open) : .none,
      ])
    }
    return Report(
      fields: fields(standing, words),
      lists: [
        Report.List(
          "tables",
          columns: [
            .init("table", words.label(.ruleTable)), .init("name", words.label(.named)),
            .init("rows", words.label(.rows)), .init("unverified", words.label(.unverified)),
          ], rows: rows, ifEmpty: words.noSuchRule)
      ],
      notes: (standing.waiting.map { [words.rulesWait(entry: $0)] } ?? [])
        + [words.lookRecorded(entry: standing.entry)])
  }

  private static func fields(
    _ standing: RuleStanding, _ words: any Words
  ) -> [Report.Field] {
    [
      .init("adopted", words.label(.adopted), .integer(standing.adopted)),
      .init(
        "approved", words.label(.approved), standing.approved.map(Cell.integer) ?? .none),
      .init("waiting", words.label(.waiting), standing.waiting.map(Cell.integer) ?? .none),
      .init("sha256", words.label(.digest), .text(standing.digest)),
    ]
  }

  // MARK: Rows

  private func rows(
    of lines: [RuleLine], _ standing: RuleStanding, _ words: any Words
  ) throws(Fault) -> Report {
    let found = row.map { name in lines.filter { $0.isNamed(name) || $0.name == name } } ?? lines
    guard let first = found.first else { throw .noSuchRule }
    let notes = [words.lookRecorded(entry: standing.entry)]
    if row != nil, found.count == 1 {
      return Report(fields: first.fields(in: words), notes: notes)
    }
    return Report(lists: [.rules(found, in: words)], notes: notes)
  }
}

extension Fault {
  /// The tables have one name in every language.
  static let ruleTables = RuleTable.allCases.map(\.rawValue).joined(separator: " ")

  static let unknownRuleTable = Fault(.usage, reason: "unknown_table") {
    $0.notAChoice(ruleTables)
  }

  static let noSuchRule = Fault(.notFound, reason: "no_such_row") { $0.noSuchRule }
}
