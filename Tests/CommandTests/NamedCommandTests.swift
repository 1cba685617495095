import Foundation
import Testing

/// Whatever the program or a manual tells somebody to type can be typed.
@Suite struct NamedCommandTests {
  private func check(_ commands: [String], _ place: String) throws {
    for command in Set(commands).sorted() {
      guard let words = NamedCommand.words(command) else { continue }
      let fault = try NamedCommand.fault(words)
      #expect(fault == nil, "\(place): \(command): \(fault ?? "")")
    }
  }

  @Test func aCommandThatCannotBeTypedIsFound() throws {
    let source = #"  var x: String { "next, alone: safekeep staff enrol" }"#
    #expect(NamedCommand.inSentences(source) == ["safekeep staff enrol"])
    #expect(try NamedCommand.fault(["staff", "enrol"]) != nil)
    #expect(try NamedCommand.fault(["restriction", "lift"]) != nil)
    #expect(try NamedCommand.fault(["staff", "enrol", "hoa"]) == nil)
    let page = "Say `safekeep lock`.\n```\nan$ safekeep unlock\nlocked\n```\n"
    #expect(NamedCommand.inPage(page) == ["safekeep lock", "safekeep unlock"])
    #expect(NamedCommand.words("safekeep x HANDLE --y \"a b\" # c") == ["x", "hoa", "--y", "a b"])
    #expect(
      NamedCommand.inSentences(#"" safekeep a \(handle ?? "HANDLE")" + "; x""#)
        == ["safekeep a hoa"])
  }

  @Test func sentences() throws {
    let files = try Clone.files(in: "Sources/safekeep/Words", ending: ".swift")
    let commands = try files.flatMap { NamedCommand.inSentences(try Clone.text($0)) }
      // "xin dùng bản safekeep mới hơn", "use a newer safekeep": the program, not a command.
      .filter { !$0.hasPrefix("safekeep mới") }
    #expect(commands.count > 40)
    try check(commands, "Words")
  }

  /// One name in Vietnamese for what has to be filled in.
  @Test func vietnameseSentencesHaveVietnamesePlaceholders() throws {
    for file in try Clone.files(in: "Sources/safekeep/Words", ending: "Words.swift") {
      let text = try Clone.text(file)
      guard let start = text.range(of: "extension Vietnamese") else { continue }
      let vietnamese = text[start.lowerBound...]
      for name in [" HANDLE", " CASE ", " CASE\"", " FILE", " DIR"] {
        #expect(!vietnamese.contains(name), "\(file): \(name)")
      }
    }
  }

  @Test func manuals() throws {
    let pages =
      try Clone.files(in: "Documentation/Manual", ending: ".md") + ["README.md", "SECURITY.md"]
    for page in pages { try check(NamedCommand.inPage(Clone.text(page)), page) }
  }

  /// As it is printed, so that it can be pasted: a command over two lines has a backslash between.
  @Test func examplesOfTheHelp() throws {
    let page = try Clone.text("Documentation/Manual/Commands.md")
    let commands = page.matches(of: /<!-- help: (.+) -->/).map { String($0.1) }
    #expect(commands.count > 30)
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let help = try Program.safekeep.run(words + ["--help"], home: TemporaryHome()).output
      let start = try #require(help.range(of: "EXAMPLE:\n"), "\(command)")
      let end = help[start.upperBound...].range(of: "\n\n")?.lowerBound ?? help.endIndex
      let shown = help[start.upperBound..<end].replacing("\\\n", with: " ")
      for line in shown.split(separator: "\n") {
        let typed = line.trimmingCharacters(in: .whitespaces)
        #expect(typed.hasPrefix("safekeep \(command)"), "\(typed)")
        try check([typed], "--help")
      }
    }
  }
}
