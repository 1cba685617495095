import Foundation
import Testing

/// An office that was made as a person makes one, with one case, and somebody who sits down at a form.
struct FormOffice {
  /// The joining of the office, from the transcript of a working day.
  private static let beginning: String = {
    let text = (try? Clone.text("Tests/CommandTests/Transcripts/cases.txt")) ?? ""
    return String(text.prefix(upTo: text.range(of: "# The register")?.lowerBound ?? text.endIndex))
  }()

  let home: TemporaryHome
  let code: String

  init() throws {
    home = try TemporaryHome()
    try TranscriptRunner(home: home).play(Transcript(Self.beginning))
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--json"] + Self.asHoa,
      input: #"{"sex": "female", "birth_date": "2004", "entry_path": "rescued","#
        + #" "received_at": "2026-03-01T09:00:00+07:00"}"#, home: home)
    code = try #require(opened.output.split(separator: "\"").dropFirst(3).first.map(String.init))
  }

  static let asHoa = by("hoa")

  static func by(_ handle: String) -> [String] {
    ["--vault", "v", "--as", handle, "--passphrase-file", "\(handle).txt"]
  }

  func sit(_ arguments: [String]) throws -> (PseudoTerminal, Process) {
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      arguments + Self.asHoa, at: terminal, environment: ["LANG": "C"], home: home)
    return (terminal, process)
  }

  func run(
    _ arguments: [String], input: String = "", by handle: String = "hoa"
  ) throws -> Program.Run {
    try Program.safekeep.run(arguments + Self.by(handle), input: input, home: home)
  }

  /// Skips whatever is asked before a question.
  ///
  /// - Returns: whether it was asked.
  static func skip(_ terminal: PseudoTerminal, to question: String) -> Bool {
    for _ in 0..<80 {
      terminal.type("\n")
      if terminal.waitFor(question, within: 0.5) != nil { return true }
    }
    return false
  }

  /// Waits for each question and types the answer.
  static func answer(
    _ terminal: PseudoTerminal, _ turns: [(question: String, answer: String)],
    _ place: SourceLocation = #_sourceLocation
  ) {
    for turn in turns {
      #expect(
        terminal.waitFor(turn.question) != nil, "waited for \(turn.question)",
        sourceLocation: place)
      terminal.type(turn.answer + "\n")
    }
  }
}
