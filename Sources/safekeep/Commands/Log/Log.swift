import ArgumentParser

/// `safekeep log`: who looked, who wrote, who was refused.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .log,
    [
      LogShow.self, LogStatusCommand.self, LogVerify.self,
      // Pins, proofs, copies.
      LogPin.self, LogProve.self, LogCompare.self, LogAcceptRollback.self,
      LogExport.self, LogTail.self,
      // Reports, and what other systems read.
      LogReportCommand.self, LogReveal.self, LogExportEvents.self,
    ])
}
