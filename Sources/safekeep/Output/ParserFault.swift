/// What the argument parser found, read from the sentence that it says it with: it hands out no more.
/// A sentence that we do not know is `other`, and a test holds the known ones against the parser.
enum ParserFault: Equatable {
  /// `meant`: an option that is spelled nearly so.
  case unknownOption(String, meant: String?)
  case missingValue(of: String)
  case missingArgument(String)
  case noValueTaken(String)
  case tooMany
  case repeated
  /// `choices`: the values that there are, where they are few.
  case badValue(of: String, choices: String)
  case other

  /// - Parameter message: as the parser says it, in English.
  init(_ message: String) {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { Escaping.line(String($0.element)) }
    let first = quoted.first ?? ""
    self =
      switch true {
      case message.hasPrefix("Unknown option '"):
        .unknownOption(first, meant: quoted.dropFirst().first { Self.isNear(first, $0) })
      case message.hasPrefix("Missing value for '"): .missingValue(of: first)
      case message.hasPrefix("Missing expected argument '"): .missingArgument(first)
      case message.hasPrefix("Missing one of: '"):
        .missingArgument(quoted.joined(separator: ", "))
      case message.hasPrefix("The option '"): .noValueTaken(first)
      case message.hasPrefix("Unexpected argument '"), message.contains(" unexpected arguments: '"):
        .tooMany
      case message.hasPrefix("Value to be set with "): .repeated
      case message.hasPrefix("The value '"): Self.badValue(message)
      default: .other
      }
  }

  /// Whether one may have been meant by the other: a slip in every three letters. The parser itself
  /// offers `--for` to whoever typed `--nope`.
  private static func isNear(_ typed: String, _ known: String) -> Bool {
    let (typed, known) = (typed.utf8.drop { $0 == 0x2D }, known.utf8.drop { $0 == 0x2D })
    return distance(Array(typed), Array(known)) <= max(1, typed.count / 3)
  }

  /// Letters to be put in, taken out or changed (Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(above, row[place], diagonal - (letter == other ? 1 : 0)) + 1
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// `The value 'X' is invalid for '--format <format>'. Please provide one of 'table' and 'json'.` What
  /// was typed may hold all of this itself: the last occurrence is the parser's.
  private static func badValue(_ message: String) -> ParserFault {
    guard let last = message.ranges(of: "' is invalid for '").last else { return .other }
    let rest = message[last.upperBound...]
    guard let end = rest.firstIndex(of: "'") else { return .other }
    let isListed = rest[end...].contains("Please provide one of")
    let choices = rest[end...].split(separator: "'").enumerated()
      .filter { isListed && $0.offset % 2 == 1 }.map { String($0.element) }
    let option = Escaping.line(String(rest[..<end]))
    // The formats are not told to the parser, which would name them in English in every help.
    let known = option.hasPrefix("--format") ? OutputFormat.allCases.map(\.rawValue) : choices
    return .badValue(of: option, choices: known.joined(separator: ", "))
  }

  /// The code of it in `--json`.
  var code: String {
    switch self {
    case .unknownOption: "unknown_option"
    case .missingValue: "missing_value"
    case .missingArgument: "missing_argument"
    case .noValueTaken: "no_value_taken"
    case .tooMany: "unexpected_argument"
    case .repeated: "repeated_option"
    case .badValue: "bad_value"
    case .other: "arguments"
    }
  }
}
