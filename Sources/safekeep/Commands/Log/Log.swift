import ArgumentParser

/// `safekeep log`: who looked, who wrote, who was refused.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .log,
    [
      LogShow.self, LogStatusCommand.self, LogVerify.self, LogReportCommand.self,
      LogReveal.self, LogExportEvents.self,
    ])
}
