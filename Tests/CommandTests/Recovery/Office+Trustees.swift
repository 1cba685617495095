import Foundation
import Testing

/// Trustees, who see and type their shares at a terminal and nowhere else.
extension Office {
  /// Three of them, and the command of the lead that shares a recovery seed among them.
  func joinTrustees(_ handles: [String] = ["lien", "phuc", "vinh"]) throws {
    for handle in handles { try join(handle, as: "trustee") }
    try demand(["vault", "status"] + by("minh"))
  }

  /// The words that a trustee is shown, and all that the command said.
  func seeShare(of handle: String) throws -> (words: String, run: Program.Run) {
    let terminal = try PseudoTerminal()
    let process = try program.start(
      ["key", "share", "--vault", vault] + by(handle), at: terminal, home: home)
    let shown = try #require(terminal.waitFor("press Enter", within: 60))
    terminal.type("\n")
    let rest = try #require(terminal.waitFor("your share was shown", within: 60))
    process.waitUntilExit()
    let lines = shown.split(whereSeparator: \.isNewline).map {
      $0.split(separator: " ").map(String.init)
    }
    let words = lines.filter { $0.count == 3 && $0.allSatisfy { $0.allSatisfy(\.isLowercase) } }
      .joined()
    return (
      words.joined(separator: " "),
      Program.Run(output: shown + rest, errors: "", status: process.terminationStatus)
    )
  }

  /// Runs a command of a trustee that asks for two shares.
  ///
  /// - Parameter told: what the screen shows at the end.
  func typing(
    _ shares: [String], _ words: [String], until told: String
  ) throws -> Program.Run {
    let terminal = try PseudoTerminal()
    let process = try program.start(
      words + ["--vault", vault], at: terminal, home: home)
    for (index, share) in shares.enumerated() {
      try #require(terminal.waitFor("Share \(index + 1), 33 words", within: 60) != nil)
      try #require(terminal.waits(untilEchoIs: false))
      terminal.type(share + "\n")
    }
    let screen = try #require(terminal.waitFor(told, within: 60))
    process.waitUntilExit()
    return Program.Run(output: screen, errors: "", status: process.terminationStatus)
  }
}
