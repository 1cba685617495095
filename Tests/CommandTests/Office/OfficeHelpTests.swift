import Foundation
import Testing

/// The help of every command of the office: both languages, one real example, no failure.
@Suite struct OfficeHelpTests {
  static let commands = [
    "vault create", "vault status", "unlock", "lock", "whoami", "staff add", "staff enrol",
    "staff admit", "staff list", "staff show", "log show", "log status", "log verify",
    "log checkpoint", "log cosign-request", "log cosign", "log add-cosignature",
    "log timestamp request", "log timestamp add",
  ]

  @Test(arguments: commands, ["en", "vi"])
  func helpHasAnExample(command: String, language: String) throws {
    let run = try Program.safekeep.run(
      command.split(separator: " ").map(String.init) + ["--help", "--lang=\(language)"],
      home: TemporaryHome())
    #expect(run.status == 0)
    #expect(run.errors == "")
    let heading = language == "vi" ? "VÍ DỤ:" : "EXAMPLE:"
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.firstIndex(of: Substring(heading)))
    #expect(lines[place + 1].hasPrefix("  safekeep \(command)"))
    #expect(run.output.contains("--no-color"))
    // What is refused is not offered.
    #expect(!run.output.contains("--passphrase <"))
    if language == "vi" {
      #expect(!run.output.contains("Show") && !run.output.contains("OPTIONS"))
    }
  }
}
