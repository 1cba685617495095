/// `safekeep health record|show`.
enum HealthStage: Stage {
  static let topic = Topic.health

  static let isClinical = true
}
