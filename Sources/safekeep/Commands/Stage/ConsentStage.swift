/// `safekeep consent record|show`; `withdraw` is a verb of its own.
enum ConsentStage: Stage {
  static let topic = Topic.consent
  static let namesRecord = true
}
