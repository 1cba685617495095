import Foundation

/// The office that Examples/first-day makes, with a register of arrivals in it, and one member's account to work from.
struct Day {
  /// The lead of the example, who sees every case.
  private static let lead = "lan"
  private static let receiver = "mai"

  let programs: String
  let folder: String

  var vault: String { folder + "/vault" }

  init(in folder: String, programs: String, example: String) throws {
    self.programs = programs
    self.folder = folder + "/day"
    _ = try Self.output(of: example, [programs, self.folder])
  }

  func take(in register: Register) throws {
    enter(as: Self.receiver)
    let passphrase = "\(folder)/people/\(Self.receiver)/passphrase"
    // Made-up people have each other's names: whether one is there already is not what is measured here.
    _ = try safekeep(["intake", "import", register.path, "--new", "--passphrase-file", passphrase])
  }

  /// A case from the middle of the list: neither the first one nor the last.
  func someCase() throws -> String {
    enter()
    let passphrase = "\(folder)/people/\(Self.lead)/passphrase"
    _ = try safekeep(["unlock", "--passphrase-file", passphrase])
    let list = try safekeep(["case", "list", "--format", "plain"]).split(separator: "\n")
    guard !list.isEmpty, let code = list[list.count / 2].split(separator: "\t").first
    else { throw BenchError.usage }
    return String(code)
  }

  /// Makes what is started from now on start as the lead's.
  func enter() { enter(as: Self.lead) }

  private func enter(as member: String) {
    setenv("XDG_STATE_HOME", "\(folder)/people/\(member)/state", 1)
    setenv("XDG_CONFIG_HOME", "\(folder)/people/\(member)/config", 1)
    setenv("SAFEKEEP_VAULT", vault, 1)
    setenv("SAFEKEEP_MEMBER", member, 1)
  }

  private func safekeep(_ words: [String]) throws -> String {
    try Self.output(of: programs + "/safekeep", words + ["--no-input", "--lang", "en"])
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError.failed(program, process.terminationStatus)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
