import ArgumentParser

/// `safekeep rules`: the rule book, as people read and change it.
struct RulesNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .rules, [RulesShow.self, RulesExport.self, RulesCheck.self, RulesAdopt.self])
}
