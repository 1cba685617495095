import ArgumentParser

/// `safekeep key`: how old which key is, and new ones.
struct KeyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .key, [KeyStatusCommand.self, KeyRotate.self])
}
