import ArgumentParser
import Casework
import Glibc

/// Where the answers of a form come from: a file, standard input, or the person.
struct FormSource: ParsableArguments {
  @Option(help: .of({ $0.optionFrom }, "file.json|-")) var from: String?

  /// A form of the longest statement, and as much again.
  private static let longest = 4 << 20

  /// The answers that were given; nil where they are to be asked for at the terminal.
  ///
  /// Piped input is taken as answers, unless the passphrase comes that way.
  func read(_ common: Common) throws(Fault) -> FormInput? {
    if from == "-" && common.passphraseFile == "-" { throw .twoOnInput }
    if let from { return try Self.input(from) }
    guard isatty(0) == 0, common.passphraseFile != "-" else { return nil }
    return try Self.input("-")
  }

  private static func input(_ path: String) throws(Fault) -> FormInput {
    let bytes = try InputFile.read(path, limit: longest)
    return try Fault.translating { try FormInput(json: bytes) }
  }
}

extension Fault {
  /// Standard input cannot hold the passphrase and the answers both.
  static let twoOnInput = Fault(.usage) { $0.twoOnInput }
}
