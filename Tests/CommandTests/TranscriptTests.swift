import Foundation
import Testing

@Suite struct TranscriptTests {
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Transcripts").path

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: directory))?
    .filter { $0.hasSuffix(".txt") }.sorted() ?? []

  @Test func thereAreTranscripts() { #expect(Self.names.contains("help.txt")) }

  @Test(arguments: names) func plays(name: String) throws {
    let text = try String(contentsOfFile: Self.directory + "/" + name, encoding: .utf8)
    try TranscriptRunner(home: TemporaryHome()).play(Transcript(text))
  }

  // MARK: The machinery must be able to fail

  @Test(arguments: [
    "$ safekeep --help\nsomething else\n", "$ safekeep --help\n...\n? 1\n",
    "$ safekeep --help\n...\n! more\n", "$ safekeep --bogus\n...\n? 64\n",
  ])
  func aWrongTranscriptIsNoticed(text: String) throws {
    let transcript = try Transcript(text)
    let home = try TemporaryHome()
    #expect(throws: TranscriptRunner.Difference.self) {
      try TranscriptRunner(home: home).play(transcript)
    }
  }

  @Test(arguments: ["$ rm -r x\n", "stray\n", "$ safekeep 'open\n", "$ safekeep\n? many\n"])
  func aMalformedTranscriptIsRefused(text: String) {
    #expect(throws: Transcript.Malformed.self) { try Transcript(text) }
  }

  @Test func stepsAndFilesAreRead() throws {
    let transcript = try Transcript(
      """
      # why
      @ p.txt 640
      | one
      |two

      $ LANG=vi A_B='x y' safekeep case show "K 7" --x=1
      < yes
      out

      more
      ! err
      ? 77

      """)
    #expect(
      transcript.items.first == .file(.init(name: "p.txt", mode: 0o640, lines: ["one", "two"])))
    #expect(
      transcript.items.last
        == .step(
          .init(
            line: 6, environment: ["LANG": "vi", "A_B": "x y"],
            words: ["case", "show", "K 7", "--x=1"], input: ["yes"], output: ["out", "", "more"],
            errors: ["err"], status: 77)))
  }
}

@Suite struct PatternTests {
  @Test(arguments: [
    ("log entry {entry}", "log entry 412", true), ("log entry {entry}", "log entry x", false),
    ("case {code} opened", "case K7M-2QX-9T8 opened", true), ("{code}", "K7M-2QX-9O8", false),
    ("{time}", "22/11/2026 14:05", true), ("{time}", "2026-11-22", false),
    ("{\"exit\":{number}}", "{\"exit\":77}", true), ("{\"exit\":{number}}", "{\"exit\":}", false),
    ("a.c", "abc", false), ("{any}", "", true),
  ])
  func placeholders(expected: String, found: String, isMatch: Bool) {
    var pattern = Pattern()
    let matched = pattern.matches([expected], [found])
    #expect(matched == isMatch)
  }

  @Test func aNameIsRememberedAndHeldTo() {
    var pattern = Pattern()
    let first = pattern.matches(["{code:A} and {entry:N}"], ["K7M-2QX-9T8 and 4"])
    #expect(first)
    #expect(pattern.filled("case show {A} {N} {Z}") == "case show K7M-2QX-9T8 4 {Z}")
    let same = pattern.matches(["{A}"], ["K7M-2QX-9T8"])
    let other = pattern.matches(["{A}"], ["Q2X-2QX-9T8"])
    #expect(same && !other)
  }

  @Test(arguments: [
    (["...", "b"], ["a", "a", "b"], true), (["a", "..."], ["a"], true), (["..."], [], true),
    (["...", "b"], ["b", "c"], false), (["a"], ["a", "b"], false), (["a", "b"], ["a"], false),
    ([], [], true), ([], ["a"], false), (["...", "x", "..."], ["a", "x", "b"], true),
  ])
  func dotsStandForAnyLines(expected: [String], found: [String], isMatch: Bool) {
    var pattern = Pattern()
    let matched = pattern.matches(expected, found)
    #expect(matched == isMatch)
  }
}
