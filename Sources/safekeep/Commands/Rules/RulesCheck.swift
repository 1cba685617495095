import ArgumentParser
import Casework
import Vault

/// `safekeep rules check DIR`: whether a folder of tables could be adopted, and what would change.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .rulesCheck, example: "safekeep rules check rules --as minh")

  @Argument(help: .of({ $0.argumentRuleFolder }, "dir"), completion: .directory) var folder: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let given = try RuleFolder.read(folder)
    let (draft, entry) = try desk.withCasework { casework, session in
      let entry = try casework.vault.ruleStanding(as: session).entry
      return (try casework.draft(given), entry)
    }
    let words = desk.words
    let next = draft.changes.isEmpty ? [] : [words.nextRulesAdopt]
    try desk.show(
      Report(
        fields: [.init("entry", words.label(.entry), .integer(entry))],
        groups: Report.Group.changes(draft.changes, in: words),
        lists: [.changes(draft.changes, in: words)],
        notes: [words.rulesSound(changes: draft.changes.count)] + next))
  }
}
