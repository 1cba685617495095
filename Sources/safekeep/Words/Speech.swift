/// The language of this run, chosen once: the parser asks for abstracts and option texts before any
/// command exists that could be handed one.
enum Speech {
  static let language = Language.chosen(
    option: Language.option(in: CommandLine.arguments), environment: .ofProcess,
    // A configuration that is wrong is told by the command; here it only has no say.
    configured: (try? Places(environment: .ofProcess))?.configuration["lang"])

  static let words: any Words = language.words
}
