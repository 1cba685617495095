import ArgumentParser

/// The porch: commands, terminal, words.
@main struct Safekeep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safekeep", abstract: Speech.words.abstract(of: .root))

  static func main() {
    Entrance.run(Safekeep.self, Array(CommandLine.arguments.dropFirst()))
  }
}
