import ArgumentParser
import Casework
import Vault

/// What a shell offers after an option: stages and codes. Never a case code or a name: those are sealed, and a shell
/// asks without a passphrase.
///
/// The codes are those of the built-in rule book. They stand in the script itself, so they are looked up only when
/// that is written: no other run pays for reading the book.
extension CompletionKind {
  static func choices(_ words: @autoclosure () -> [String]) -> CompletionKind {
    isWritten ? .list(words()) : .default
  }

  /// The codes of a list of the rule book.
  static func codes(of list: String) -> CompletionKind {
    choices((book?.codeLists[list]?.codes ?? []).map(\.code))
  }

  static var stages: CompletionKind { choices(PrintForm.stages) }
  static var classes: CompletionKind { choices(FieldClass.allCases.map(\.name)) }
  static var roles: CompletionKind { choices(Role.allCases.map(\.rawValue)) }
  /// How a clock stands, and which it is.
  static var clocks: CompletionKind {
    choices(QueueOptions.clocks(book))
  }

  private static let isWritten = CommandLine.arguments.contains("--generate-completion-script")
  private static let book = try? RuleBook.builtIn()
}
