import ArgumentParser

/// `safekeep emergency`: breaking the glass.
struct EmergencyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .emergency, [EmergencyOpen.self, EmergencyClose.self, EmergencyReview.self])
}
