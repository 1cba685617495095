import ArgumentParser

/// `safekeep log`: who looked, who wrote, who was refused.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .log,
    [LogShow.self, LogStatusCommand.self, LogVerify.self] + outside)

  /// What goes out to witnesses and authorities, and what comes back.
  private static let outside: [any ParsableCommand.Type] = [
    LogCheckpoint.self, LogCosignRequest.self, LogCosign.self, LogAddCosignature.self,
    LogTimestamp.self,
  ]
}
