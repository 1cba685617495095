import Foundation

/// The commands as the program itself tells them, held against the manual.
enum Manual {
  static let page = "Documentation/Manual/Commands.md"

  /// The program that was built beside these tests.
  static let program: URL? = {
    let running = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = running.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "safekeep")
    }
    return beside.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
  }()

  /// Every command with its words, from ArgumentParser's own description of the program (a tree in JSON).
  static func commands(in dump: Data) throws -> [String] {
    try JSONDecoder().decode(Dump.self, from: dump).command.paths(under: "")
  }

  /// Commands that the page does not name in code, as in `safekeep vault create`.
  static func undocumented(_ commands: [String], in page: String) -> [String] {
    commands.filter { command in
      !page.contains("`\(command)`") && !page.contains("`\(command) ")
        && !page.contains("\n\(command)\n") && !page.contains("\n\(command) ")
    }
  }

  static func dump(of program: URL) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = ["--experimental-dump-help"]
    process.standardOutput = pipe
    try process.run()
    // Read to the end before waiting: a full pipe would hold the program up for ever.
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return output
  }

  private struct Dump: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let shouldDisplay: Bool?

    func paths(under parent: String) -> [String] {
      let path = parent.isEmpty ? commandName : "\(parent) \(commandName)"
      // ArgumentParser adds `help` by itself; a hidden command is not for people.
      let shown = (subcommands ?? []).filter {
        $0.commandName != "help" && $0.shouldDisplay != false
      }
      return shown.isEmpty ? [path] : shown.flatMap { $0.paths(under: path) }
    }
  }
}
