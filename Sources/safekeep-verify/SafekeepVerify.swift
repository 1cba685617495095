import ArgumentParser

/// The auditor's side door: checks an exported log with public keys alone.
@main struct SafekeepVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safekeep-verify", abstract: Speech.words.abstract,
    discussion: Speech.words.example, version: ProgramVersion.line)

  @Argument(help: ArgumentHelp(Speech.words.folderHelp, valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp(Speech.words.originHelp, valueName: "origin"))
  var origin: String?

  @Option(help: ArgumentHelp(Speech.words.pinHelp, valueName: "file"))
  var pin: String?

  @Option(help: ArgumentHelp(Speech.words.policyHelp, valueName: "file"))
  var policy: String?

  @Option(help: ArgumentHelp(Speech.words.authorityHelp, valueName: "file"))
  var tsaCa: String?

  @Flag(help: ArgumentHelp(Speech.words.treeOnlyHelp))
  var treeOnly = false

  @Flag(help: ArgumentHelp(Speech.words.jsonHelp))
  var json = false

  @Option(help: ArgumentHelp(Speech.words.languageHelp, valueName: "vi|en"))
  var lang: String?

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      let command = try parse(arguments)
      TerminalOutput.end(with: await command.examine(), json: command.json)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let page = isHelp ? fullMessage(for: error) : message(for: error)
      TerminalOutput.end(
        with: isHelp ? .help(Speech.words.translated(page)) : .usage(UsageFault(page)),
        json: arguments.contains("--json"))
    }
  }

  /// What comes of it.
  private func examine() async -> Outcome {
    do {
      let trust = try trust()
      let export = try ExportFolder(folder)
      return await Examination(folder: export, trust: trust).outcome()
    } catch {
      return error
    }
  }
}
