import ArgumentParser

/// `safekeep request`: what the person asks of their own data.
struct RequestNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .request, [StageRecord<RequestStage>.self, RequestAnswer.self, RequestList.self])
}
