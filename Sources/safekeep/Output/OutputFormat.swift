import ArgumentParser

/// How a result is written: for people, for `cut` and `awk`, for programs.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// Aligned, fitted to the terminal, in the language of the person.
  case table
  /// Tab-separated, one record a line, codes instead of words, nothing cut.
  case plain
  /// One JSON object, keys stable and never translated.
  case json

  /// The help names them in the language of the person; the parser would add them in English.
  static let allValueStrings: [String] = []

  /// What was asked for; else a table on a terminal and plain text in a pipe.
  static func chosen(
    _ format: OutputFormat?, json: Bool, isInteractive: Bool
  ) -> OutputFormat {
    if json { return .json }
    return format ?? (isInteractive ? .table : .plain)
  }
}
