import ArgumentParser

/// `safekeep person`, `safekeep reception`, …: one noun a stage, the same two verbs everywhere,
/// and of support one more.
struct StageNoun<Kind: Stage>: ParsableCommand {
  static var configuration: CommandConfiguration {
    .noun(Kind.topic, Kind.verbs)
  }
}
