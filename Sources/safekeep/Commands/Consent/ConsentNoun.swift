import ArgumentParser

/// `safekeep consent`: what the person agreed to, and took back.
struct ConsentNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .consent,
    [StageRecord<ConsentStage>.self, ConsentWithdraw.self, StageShow<ConsentStage>.self])
}
