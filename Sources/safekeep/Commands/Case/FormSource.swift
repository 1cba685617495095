import ArgumentParser
import Casework
import Glibc

/// Where the answers of a form come from: a file, standard input, or the person.
struct FormSource: ParsableArguments {
  @Option(help: .of({ $0.optionFrom }, "file.json|-"), completion: .file()) var from: String?

  /// A form of the longest statement, and as much again.
  private static let longest = 4 << 20

  /// The answers that were given; nil where they are to be asked for at the terminal.
  ///
  /// Piped input is taken as answers, unless the passphrase comes that way.
  func read(_ common: Common) throws(Fault) -> FormInput? {
    guard let bytes = try bytes(common) else { return nil }
    return try Fault.translating { try FormInput(json: bytes) }
  }

  /// The same, as it was given.
  func bytes(_ common: Common) throws(Fault) -> [UInt8]? {
    if from == "-" && common.passphraseFile == "-" { throw .twoOnInput }
    if let from { return try InputFile.read(from, limit: Self.longest) }
    if isatty(0) == 0, common.passphraseFile != "-" {
      let bytes = try InputFile.read("-", limit: Self.longest)
      // Nothing at all is no answer: a program without input is not a form without answers.
      if !bytes.isEmpty { return bytes }
    }
    // Before anything is unlocked or asked of the vault.
    _ = try ControllingTerminal(noInput: common.noInput)
    return nil
  }
}

extension Fault {
  /// Standard input cannot hold the passphrase and the answers both.
  static let twoOnInput = Fault(.usage, reason: "two_on_input") { $0.twoOnInput }
}
