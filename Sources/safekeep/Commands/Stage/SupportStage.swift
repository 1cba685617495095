/// `safekeep support record|show`.
enum SupportStage: Stage { static let topic = Topic.support }
