/// `safekeep reception record|show`.
enum ReceptionStage: Stage { static let topic = Topic.reception }
