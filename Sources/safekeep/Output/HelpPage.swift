/// The help of the argument parser, whose headings are English whatever we do, in one of ours.
enum HelpPage {
  /// Headings stand at the beginning of a line and nowhere else, so no text of ours is touched.
  static func translated(_ page: String, to words: any Words) -> String {
    let headings = [
      ("OVERVIEW:", words.overview), ("USAGE:", words.usage), ("ARGUMENTS:", words.arguments),
      ("OPTIONS:", words.options), ("SUBCOMMANDS:", words.subcommands),
    ]
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (english, ours) in headings where line.hasPrefix(english) {
        return ours + ":" + placeholders(String(line.dropFirst(english.count)), words)
      }
      return sentence(String(line), words)
    }
    return lines.joined(separator: "\n")
  }

  /// Those that the parser puts into a usage by itself.
  private static func placeholders(_ line: String, _ words: any Words) -> String {
    ["subcommand", "options"].reduce(line) { line, name in
      line.split(separator: "<\(name)>", omittingEmptySubsequences: false)
        .joined(separator: "<\(words.placeholder(name))>")
    }
  }

  /// The command whose help the parser's message points to.
  static func command(in message: String) -> String {
    let name = message.split(separator: "\n").reversed().lazy.compactMap { line -> String? in
      // `  See 'safekeep case show --help' for more information.`
      let parts = line.split(separator: "'", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "  See " else { return nil }
      return parts[1].split(separator: " ").filter { !$0.hasPrefix("-") }.joined(separator: " ")
    }.first
    return name ?? "safekeep"
  }

  /// The sentences that the parser writes by itself.
  private static func sentence(_ line: String, _ words: any Words) -> String {
    // `  See 'safekeep help <subcommand>' for detailed help.`
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0] == "  See ", parts[2] == " for detailed help." {
      return "  " + words.moreHelp(placeholders(String(parts[1]), words))
    }
    for (english, ours) in [
      ("Show help information.", words.showHelp), ("Show the version.", words.showVersion),
    ] where line.hasSuffix(english) {
      return line.dropLast(english.count) + ours
    }
    return line
  }
}
