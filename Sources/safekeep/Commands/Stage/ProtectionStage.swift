/// `safekeep protection record|show`.
enum ProtectionStage: Stage { static let topic = Topic.protection }
