import ArgumentParser

/// The auditor's side door: checks an exported log with public keys alone.
@main struct SafekeepVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safekeep-verify", abstract: "Verify an exported log with public keys alone.")
}
