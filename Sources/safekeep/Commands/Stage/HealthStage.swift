import ArgumentParser

/// `safekeep health record|show|list`.
enum HealthStage: Stage {
  static let topic = Topic.health

  static let isClinical = true

  static var verbs: [any ParsableCommand.Type] {
    [StageRecord<HealthStage>.self, StageShow<HealthStage>.self, HealthList.self]
  }
}
