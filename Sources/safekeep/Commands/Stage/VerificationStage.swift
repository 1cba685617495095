/// `safekeep verification record|show`.
enum VerificationStage: Stage { static let topic = Topic.verification }
