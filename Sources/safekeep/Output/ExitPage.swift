/// `safekeep-exit(7)`: what each exit status means, as a manual page in one language. `Scripts/install` and
/// `Scripts/package` put it beside the pages of the commands.
enum ExitPage {
  /// What asks for it; scripts alone do.
  static let flag = "--generate-exit-page"

  /// - Parameter words: the scripts put the day of the sources in place of DATE.
  static func text(in words: any Words) -> String {
    let rows = ExitStatus.allCases.map { status in
      ".TP\n.B \(status.rawValue)\n\(line(words.meaning(of: status))) (\(status.code))\n"
    }
    return """
      .TH SAFEKEEP-EXIT 7 "DATE" "safekeep" "safekeep"
      .SH "\(words.exitHeadings.name)"
      safekeep\\-exit \\- \(line(words.exitTitle))
      .SH "\(words.exitHeadings.description)"
      \(line(words.exitIntroduction))
      \(rows.joined())\
      .SH "\(words.exitHeadings.also)"
      .BR safekeep (1)

      """
  }

  /// Text and no request of the formatter (groff_man(7)).
  private static func line(_ text: String) -> String {
    text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
      .split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
  }
}
