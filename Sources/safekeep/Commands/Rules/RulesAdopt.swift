import ArgumentParser
import Casework
import Vault

/// `safekeep rules adopt DIR`: a lead proposes a rule book; a second person makes it the one in force.
struct RulesAdopt: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .rulesAdopt, example: "safekeep rules adopt rules --as minh")

  @Argument(help: .of({ $0.argumentRuleFolder }, "dir"), completion: .directory) var folder: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let given = try RuleFolder.read(folder)
    let (draft, proposed) = try desk.withCasework { casework, session in
      let draft = try casework.draft(given)
      return (draft, try casework.propose(draft, as: session))
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [.init("entry", words.label(.entry), .integer(proposed.entry))],
        groups: Report.Group.changes(draft.changes, in: words),
        lists: [.changes(draft.changes, in: words)],
        notes: (proposed.superseded.map { [words.rulesSuperseded(entry: $0)] } ?? [])
          + [words.rulesProposed(entry: proposed.entry)]))
  }
}
