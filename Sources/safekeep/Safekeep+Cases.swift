import ArgumentParser

extension Safekeep {
  /// The commands that work on cases.
  static let cases: [any ParsableCommand.Type] =
    [CaseNoun.self, Due.self] + Self.stages + [
      ConsentNoun.self, RestrictionNoun.self, ReferralNoun.self, RequestNoun.self,
      EvidenceNoun.self, Intake.self,
      EmergencyNoun.self, Stats.self, PrintNoun.self,
    ]

  private static let stages: [any ParsableCommand.Type] = [
    StageNoun<PersonStage>.self, StageNoun<ReceptionStage>.self,
    StageNoun<VerificationStage>.self, StageNoun<IdentificationStage>.self,
    StageNoun<RescueStage>.self, StageNoun<ProtectionStage>.self, StageNoun<SupportStage>.self,
    StageNoun<HealthStage>.self,
  ]
}
