/// `safekeep identification record|show`.
enum IdentificationStage: Stage { static let topic = Topic.identification }
