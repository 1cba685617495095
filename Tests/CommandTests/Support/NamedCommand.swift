import Foundation

/// A command that a sentence, a manual or a help names: it must be one that can be typed.
enum NamedCommand {
  /// What stands for a value, in both languages, and a value that there might be.
  private static let values = [
    "CASE": "K7M-2QX-9T8", "MÃ_HỒ_SƠ": "K7M-2QX-9T8", "THIS_CASE": "NZM-8RV-ED8",
    "MÃ_HỒ_SƠ_NÀY": "NZM-8RV-ED8", "OTHER_CASE": "NZM-8RV-ED8",
    "MÃ_HỒ_SƠ_KHÁC": "NZM-8RV-ED8", "HANDLE": "hoa", "TÀI_KHOẢN": "hoa",
    "FILE": "f", "TỆP": "f", "FILE.json": "f.json", "TỆP.json": "f.json", "DIR": "d",
    "THƯ_MỤC": "d", "PSEUDONYM": "0123456789abcdef", "BÍ_DANH": "0123456789abcdef",
    "RECORD": "4f2c8a51d06b9e7734aa02c1b85d6e90", "BẢN_GHI": "4f2c8a51d06b9e7734aa02c1b85d6e90",
    "REQUEST": "f", "YÊU_CẦU": "f", "NAME": "n", "TÊN": "n", "ANSWER": "f", "TRẢ_LỜI": "f",
    "REGISTER": "f", "SỔ_TIẾP_NHẬN": "f", "ENTRY": "7", "SỐ_MỤC": "7",
  ]

  /// In string literals of Swift: up to the end of the literal or of the clause.
  static func inSentences(_ source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      let text = line.trimmingCharacters(in: .whitespaces)
      guard !text.hasPrefix("//") else { return [] }
      return plain(text).matches(of: /safekeep [a-z][^",;:)]*/).map { String($0.output) }
    }
  }

  /// What is filled in later, filled in: `\(handle ?? "HANDLE")` is a handle.
  private static func plain(_ line: String) -> String {
    line.replacing(/--role \\\(code\)/, with: "--role duty")
      .replacing(/\\\(code[^)]*\)/, with: "K7M-2QX-9T8")
      .replacing(/\\\(handle[^)]*\)/, with: "hoa")
      .replacing(/\\\((?:entry|recorded)\)/, with: "7")
      .replacing(/\\\(record\)/, with: "4f2c8a51d06b9e7734aa02c1b85d6e90")
      .replacing(/safekeep \\\(command\)/, with: "")
  }

  /// In Markdown: whole lines of blocks, and what stands between backticks.
  static func inPage(_ page: String) -> [String] {
    var found: [String] = []
    var isBlock = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isBlock.toggle()
      } else if isBlock {
        found +=
          line.firstMatch(of: /^(?:[a-z]+\$ )?(?:.*\| )?(safekeep [a-z].*)$/)
          .map { [String($0.1)] } ?? []
      } else if !line.hasPrefix("#") {
        // A heading is a name.
        found += line.matches(of: /`(safekeep [a-z][^`]*)`/).map { String($0.1) }
      }
    }
    return found
  }

  /// Words as a shell makes them, without comment and redirection; nil for a usage, which is a form.
  static func words(_ command: String) -> [String]? {
    guard !command.contains(/[<\[…]/) else { return nil }
    let typed = command.split(separator: " #").first.map(String.init) ?? command
    var words: [String] = []
    for (index, part) in typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      words += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    return words.prefix { $0 != ">" && $0 != "|" }.dropFirst().map { values[$0] ?? $0 }
  }

  /// What the program says against it: nil where it was understood, whatever came of it.
  static func fault(_ words: [String]) throws -> String? {
    let home = try TemporaryHome()
    let run = try Program.safekeep.run(words + ["--json", "--no-input"], home: home)
    let isMissing = ["nobody_to_ask", "no_member"].contains {
      run.errors.contains("\"reason\":\"\($0)\"")
    }
    return run.status == 64 && !isMissing ? run.errors : nil
  }
}
