import Foundation

/// Plays a transcript with the real binary in a home of its own.
struct TranscriptRunner {
  struct Difference: Error, CustomStringConvertible {
    let line: Int
    let stream: String
    let expected: String
    let found: String

    var description: String {
      "line \(line), \(stream):\n--- expected\n\(expected)\n--- found\n\(found)"
    }
  }

  let home: TemporaryHome

  /// - Throws: the first difference, with the line of the command in the transcript.
  func play(_ transcript: Transcript) throws {
    var pattern = Pattern()
    for item in transcript.items {
      switch item {
      case .file(let file):
        let lines = file.lines.map { pattern.filled($0) + "\n" }.joined()
        try home.write(lines, to: file.name, mode: file.mode)
      case .step(let step): try play(step, &pattern)
      }
    }
  }

  private func play(_ step: Transcript.Step, _ pattern: inout Pattern) throws {
    let run = try Program.safekeep.run(
      step.words.map(pattern.filled), input: step.input.map { pattern.filled($0) + "\n" }.joined(),
      environment: step.environment, home: home)
    try compare(step.output, run.output, "standard output", step.line, &pattern)
    try compare(step.errors, run.errors, "standard error", step.line, &pattern)
    guard run.status == step.status else {
      throw Difference(
        line: step.line, stream: "exit status", expected: "\(step.status)", found: "\(run.status)")
    }
  }

  private func compare(
    _ expected: [String], _ found: String, _ stream: String, _ line: Int, _ pattern: inout Pattern
  ) throws {
    var lines = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    guard pattern.matches(expected, lines) else {
      throw Difference(
        line: line, stream: stream, expected: expected.joined(separator: "\n"), found: found)
    }
  }
}
