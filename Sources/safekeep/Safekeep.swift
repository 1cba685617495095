import ArgumentParser

/// The porch: commands, terminal, words.
@main struct Safekeep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safekeep", abstract: Speech.words.abstract(of: .root),
    version: ProgramVersion.line,
    subcommands: office + cases + rules)

  private static let office: [any ParsableCommand.Type] = [
    VaultNoun.self, Unlock.self, Lock.self, Whoami.self, PassphraseNoun.self,
    Staff.self, KeyNoun.self, Log.self,
  ]

  private static let rules: [any ParsableCommand.Type] = [RulesNoun.self, ApprovalNoun.self]

  static func main() {
    Entrance.run(Safekeep.self, Array(CommandLine.arguments.dropFirst()))
  }
}
