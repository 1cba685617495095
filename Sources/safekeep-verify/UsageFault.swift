/// What is wrong with how the command was written. The argument parser hands out a sentence in English and
/// no more; what is quoted in it is what was typed, or the name of an option.
enum UsageFault: Equatable {
  case missingArgument(String)
  case missingValue(String)
  case unknownOption(String)
  case noValueTaken(String)
  case tooMany
  case repeated
  /// The origin that was given cannot be that of any log.
  case origin
  case other

  /// What `--json` calls it.
  var code: String {
    switch self {
    case .missingArgument: "missing_argument"
    case .missingValue: "missing_value"
    case .unknownOption: "unknown_option"
    case .noValueTaken: "no_value_taken"
    case .tooMany: "too_many"
    case .repeated: "repeated"
    case .origin: "origin"
    case .other: "other"
    }
  }

  /// - Parameter message: as the parser says it.
  init(_ message: String) {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    let quoted = parts.count > 1 ? Outcome.shown(String(parts[1])) : ""
    self =
      switch true {
      case message.hasPrefix("Missing expected argument '"): .missingArgument(quoted)
      case message.hasPrefix("Missing value for '"): .missingValue(quoted)
      case message.hasPrefix("Unknown option '"): .unknownOption(quoted)
      case message.hasPrefix("The option '"): .noValueTaken(quoted)
      case message.hasPrefix("Unexpected argument '"), message.contains(" unexpected arguments: '"):
        .tooMany
      case message.hasPrefix("Value to be set with "): .repeated
      default: .other
      }
  }
}
