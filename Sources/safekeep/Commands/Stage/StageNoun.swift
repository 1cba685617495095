import ArgumentParser

/// `safekeep person`, `safekeep reception`, …: one noun a stage, the same two verbs everywhere.
struct StageNoun<Kind: Stage>: ParsableCommand {
  static var configuration: CommandConfiguration {
    .noun(Kind.topic, [StageRecord<Kind>.self, StageShow<Kind>.self])
  }
}
