/// `safekeep rescue record|show`.
enum RescueStage: Stage { static let topic = Topic.rescue }
