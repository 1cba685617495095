import Foundation

/// A day at the terminal, written down: what is typed, what is seen, how it ends.
///
/// ```
/// # a comment
/// @ pass.txt 600               a file, with its mode; its lines follow
/// | correct horse battery staple
/// $ LANG=vi safekeep whoami    variables, then the command; quotes as in a shell
/// < a line of standard input
/// a line of standard output, in which {entry} {code} {time} {date} {hex} {number} {any}
/// {invite} {fingerprint} match,
/// {code:A} matches and remembers, and {A} is what was remembered (in commands and files too)
/// ...                          any lines, also none
/// ! a line of standard error
/// ? 77                         the exit status, where it is not 0
/// ```
/// An empty line of output is written as it is; empty lines at the end of a step do not count.
struct Transcript {
  struct Step: Equatable {
    /// Line of the transcript, from 1: what a failing test names.
    var line: Int
    var environment: [String: String] = [:]
    var words: [String] = []
    var input: [String] = []
    var output: [String] = []
    var errors: [String] = []
    var status: Int32 = 0
  }

  struct File: Equatable {
    var name: String
    var mode: Int
    var lines: [String] = []
  }

  enum Item: Equatable {
    case step(Step)
    case file(File)
  }

  struct Malformed: Error, Equatable { let line: Int }

  private(set) var items: [Item] = []

  init(_ text: String) throws {
    var previousWasBlank = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      // A comment after a blank line stands between steps; anywhere else `#` may be output.
      if line.hasPrefix("#") && (items.isEmpty || previousWasBlank) { continue }
      try take(String(line), number: index + 1)
      previousWasBlank = line.isEmpty
    }
    items = items.map(Self.withoutBlankEnd)
  }

  private mutating func take(_ line: String, number: Int) throws {
    if line.hasPrefix("$ ") {
      items.append(.step(try Self.command(line.dropFirst(2), number)))
    } else if line.hasPrefix("@ ") {
      items.append(.file(try Self.file(line.dropFirst(2), number)))
    } else if !items.isEmpty {
      try continueLast(line, number)
    } else if !line.isEmpty {
      throw Malformed(line: number)
    }
  }

  private mutating func continueLast(_ line: String, _ number: Int) throws {
    switch items.removeLast() {
    case .file(var file):
      guard line.isEmpty || line.hasPrefix("|") else { throw Malformed(line: number) }
      if !line.isEmpty { file.lines.append(Self.rest(of: line)) }
      items.append(.file(file))
    case .step(var step):
      switch line.first {
      case "<": step.input.append(Self.rest(of: line))
      case "!": step.errors.append(Self.rest(of: line))
      case "?":
        guard let status = Int32(Self.rest(of: line)) else { throw Malformed(line: number) }
        step.status = status
      default: step.output.append(line)
      }
      items.append(.step(step))
    }
  }

  /// What follows the mark and one blank.
  private static func rest(of line: String) -> String {
    let rest = line.dropFirst()
    return String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
  }

  private static func command(_ text: Substring, _ number: Int) throws -> Step {
    var step = Step(line: number)
    for word in try words(text, number) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let isName = parts[0].allSatisfy { $0.isUppercase || $0 == "_" } && !parts[0].isEmpty
      if step.words.isEmpty && parts.count == 2 && isName {
        step.environment[String(parts[0])] = String(parts[1])
      } else {
        step.words.append(word)
      }
    }
    guard step.words.first == "safekeep" else { throw Malformed(line: number) }
    step.words.removeFirst()
    return step
  }

  /// Words between blanks; `'…'` and `"…"` keep blanks together.
  private static func words(_ text: Substring, _ number: Int) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch (quote, character) {
      case (.some(let open), character) where character == open: quote = nil
      case (.some, _): word = (word ?? "") + String(character)
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (nil, " "):
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw Malformed(line: number) }
    return words + (word.map { [$0] } ?? [])
  }

  private static func file(_ text: Substring, _ number: Int) throws -> File {
    let parts = text.split(separator: " ")
    guard let name = parts.first, parts.count <= 2,
      let mode = Int(parts.count == 2 ? parts[1] : "600", radix: 8)
    else { throw Malformed(line: number) }
    return File(name: String(name), mode: mode)
  }

  private static func withoutBlankEnd(_ item: Item) -> Item {
    guard case .step(var step) = item else { return item }
    while step.output.last == "" { step.output.removeLast() }
    return .step(step)
  }
}
