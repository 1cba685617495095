import ArgumentParser

/// `safekeep intake`: registers of arrivals.
struct Intake: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .intake, [IntakeTemplate.self, IntakeImport.self])
}
