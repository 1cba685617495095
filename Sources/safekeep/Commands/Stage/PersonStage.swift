/// `safekeep person record|show`.
enum PersonStage: Stage { static let topic = Topic.person }
