import ArgumentParser

/// `safekeep log timestamp`: the time of an authority outside (RFC 3161), by files.
struct LogTimestamp: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .logTimestamp, [LogTimestampRequest.self, LogTimestampAdd.self])
}
