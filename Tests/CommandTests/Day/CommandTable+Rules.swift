/// The rows of the rule book. `RULES` stands for the newest entry that proposes one. The folder `newbook`
/// has one table, with a row more than the vault's.
extension CommandTable {
  static let rules = [
    CommandRow(
      "rules show", Step("mai", "rules show clocks police_verify", ["list/rules ok"]),
      refused: refused("moi", "rules show", "list/rules denied")),
    CommandRow(
      "rules export", Step("mai", "rules export oldbook", ["export/rules ok"]),
      refused: refused("moi", "rules export refused-book", "export/rules denied")),
    CommandRow(
      "rules check", Step("mai", "rules check newbook", ["list/rules ok"]),
      refused: refused("moi", "rules check newbook", "list/rules denied")),
    CommandRow(
      "rules adopt", Step("minh", "rules adopt newbook", ["rules.adopt ok"]),
      refused: refused("mai", "rules adopt newbook", "rules.adopt denied")),
    CommandRow(
      "approval list", Step("mai", "approval list", ["list/approval ok", "list/approval ok"]),
      refused: refused("moi", "approval list", "list/approval denied")),
    CommandRow(
      "approval refuse",
      Step("minh", "approval refuse RULES --confirm RULES", ["approval.refuse ok"]),
      refused: refused("mai", "approval refuse RULES --confirm RULES", "approval.refuse denied")),
    // Proposed again before it: what was refused waits no more.
    CommandRow(
      "approval give",
      Step(
        "lan", "approval give RULES --confirm RULES", ["list/rules ok", "approval.give ok"]),
      refused: refused("mai", "approval give RULES --confirm RULES", "approval.give denied")),
  ]

  private static func refused(_ who: String, _ words: String, _ entry: String) -> Step {
    Step(who, words, [entry], status: 77)
  }
}
