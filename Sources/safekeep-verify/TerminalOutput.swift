import Foundation

/// The one place of this program that prints, and where it ends.
enum TerminalOutput {
  static func end(with outcome: Outcome, json: Bool) -> Never {
    var (output, errors) = outcome.page(Speech.words)
    if json, case .help = outcome {
    } else if json {
      let isVerdict = errors.isEmpty
      (output, errors) = isVerdict ? (outcome.json, "") : ("", outcome.json)
    }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
      try FileHandle.standardError.write(contentsOf: Data(errors.utf8))
    } catch {
      // Nobody took the result (EX_IOERR).
      exit(74)
    }
    exit(outcome.status)
  }
}
