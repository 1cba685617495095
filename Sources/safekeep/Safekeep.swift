import ArgumentParser

/// The porch: commands, terminal, words.
@main struct Safekeep: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Confidential records vault.")
}
