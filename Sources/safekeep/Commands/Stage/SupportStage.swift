import ArgumentParser

/// `safekeep support record|show|extend`.
enum SupportStage: Stage {
  static let topic = Topic.support

  static var verbs: [any ParsableCommand.Type] {
    [StageRecord<SupportStage>.self, SupportShow.self, SupportExtend.self]
  }
}
