import ArgumentParser
import Casework
import Vault

/// `safekeep rules export DIR`: the tables of the rule book in force, for a spreadsheet.
struct RulesExport: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .rulesExport, example: "safekeep rules export rules --as minh")

  @Argument(help: .of({ $0.argumentNewRuleFolder }, "dir"), completion: .directory) var folder:
    String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (count, entry) = try desk.withCasework(fresh: true) { casework, session in
      let tables = casework.book.ruleFiles
      try NewFile.makeDirectory(folder)
      // All of them before the entry: nothing is stated that has nowhere to go.
      let files = try tables.map { table throws(Fault) in try NewFile("\(folder)/\(table.name)") }
      let entry = try casework.vault.exportRules(as: session).entry
      for (file, table) in zip(files, tables) { try file.write(table.bytes) }
      for file in files { try file.finish() }
      return (files.count, entry)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("files", words.label(.quantity), .integer(count)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], notes: [words.rulesExported(tables: count, entry: entry), words.spreadsheetHint]))
  }
}
