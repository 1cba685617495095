import ArgumentParser
import Casework

/// What stands on the command line and belongs to no option: whoever gives a name or a date there is
/// to hear the reason and the other way, not that there is no such option.
struct Strays: ParsableArguments {
  @Argument(parsing: .allUnrecognized, help: .hidden) var others: [String] = []

  /// - Parameter command: what may be given answers with `--from`.
  /// - Throws: 64. A value is never repeated: it stood on the command line, and that is enough.
  func refuse(for command: String) throws(Fault) {
    guard let first = others.first else { return }
    guard first.hasPrefix("-") else {
      throw .confidentialArgument(option: Speech.words.strayValue, command: command)
    }
    let option = String(first.prefix { $0 != "=" })
    guard Self.isField(option) else {
      let shown = Escaping.line(option)
      throw Fault(
        .usage, reason: "unknown_option", hint: { $0.seeHelp("safekeep \(Self.name(command))") }
      ) {
        $0.unknownOption(shown)
      }
    }
    throw .confidentialArgument(option: option, command: command)
  }

  /// Without the argument.
  private static func name(_ command: String) -> String {
    command.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// `--full-name` for `full_name`.
  private static func isField(_ option: String) -> Bool {
    let name = option.drop { $0 == "-" }.split(separator: "-").joined(separator: "_")
    if PersonQuestion.Part(rawValue: name) != nil { return true }
    return (try? RuleBook.builtIn())?.fields.contains { $0.name == name } ?? false
  }
}
