import ArgumentParser

/// `safekeep key`: how old which key is, new ones, and what trustees keep.
struct KeyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .key,
    [
      KeyStatusCommand.self, KeyRotate.self, KeyRecover.self, KeyDrill.self, KeyShare.self,
    ])
}
