import ArgumentParser

/// `safekeep log`: who looked, who wrote, who was refused.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .log,
    [LogShow.self, LogStatusCommand.self, LogVerify.self] + kept + told + outside)

  /// Pins, proofs, copies.
  private static let kept: [any ParsableCommand.Type] = [
    LogPin.self, LogProve.self, LogCompare.self, LogAcceptRollback.self, LogExport.self,
    LogTail.self,
  ]

  /// Reports, and what other systems read.
  private static let told: [any ParsableCommand.Type] = [
    LogReportCommand.self, LogReveal.self, LogExportEvents.self,
  ]

  /// What goes out to witnesses and authorities, and what comes back.
  private static let outside: [any ParsableCommand.Type] = [
    LogCheckpoint.self, LogCosignRequest.self, LogCosign.self, LogAddCosignature.self,
    LogTimestamp.self,
  ]
}
