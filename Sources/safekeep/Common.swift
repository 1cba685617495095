import ArgumentParser

/// The options that every command knows.
///
/// Their texts come from `Words`, so that `--help` speaks the language of the person; their names
/// never change with it.
struct Common: ParsableArguments {
  @Option(help: .of({ $0.optionVault }, "dir"), completion: .directory)
  var vault: String?

  @Option(name: .customLong("as"), help: .of({ $0.optionAs }, "handle")) var member: String?

  @Option(help: .of({ $0.optionPassphraseFile }, "path"), completion: .file())
  var passphraseFile: String?

  @Option(
    name: .customLong("for"), help: .of({ $0.optionFor }, "purpose"),
    completion: .codes(of: "purpose_of_use"))
  var purpose: String?

  @Option(
    help: .of({ $0.optionFormat }, "format"),
    completion: .choices(OutputFormat.allCases.map(\.rawValue)))
  var format: OutputFormat?

  @Flag(help: .of({ $0.optionJSON })) var json = false

  /// Taken as text: a language that we do not speak is refused in one that we do.
  @Option(help: .of({ $0.optionLang }, "vi|en"), completion: .choices(["vi", "en"]))
  var lang: String?

  @Flag(help: .of({ $0.optionNoInput })) var noInput = false

  @Flag(help: .of({ $0.optionNoColor })) var noColor = false

  /// Any command of the first lead may be the one that makes the recovery seed.
  @Option(help: .of({ $0.optionSeedTo }, "file"), completion: .file()) var seedTo: String?

  /// Known only to be refused: whoever guesses it is to hear the reason and the other way, not that
  /// there is no such option.
  @Option(help: .hidden) var passphrase: String?
}

extension ArgumentHelp {
  /// A text of the words of this run, and what stands for the value in the usage.
  static func of(
    _ text: (any Words) -> String, _ value: String? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(text(Speech.words), valueName: value.map(Speech.words.placeholder))
  }
}

extension CommandConfiguration {
  /// A command that does something: its line, and one real example under it.
  static func command(_ topic: Topic, example: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name(topic), abstract: Speech.words.abstract(of: topic),
      discussion: "\(Speech.words.example):\n  \(example)")
  }

  /// A noun, whose verbs are commands of their own.
  static func noun(
    _ topic: Topic, _ verbs: [any ParsableCommand.Type]
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name(topic), abstract: Speech.words.abstract(of: topic), subcommands: verbs)
  }

  /// The last word of the topic: `staff add` is `add` below `staff`.
  private static func name(_ topic: Topic) -> String {
    String(topic.rawValue.split(separator: " ").last ?? "safekeep")
  }
}
