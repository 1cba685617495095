import Foundation

/// An office that sits at one account: everybody's passphrase in a file of its own, the real binary,
/// the lowest cost of passphrases.
final class Office {
  struct Step: Error, CustomStringConvertible {
    let command: String
    let run: Program.Run
    var description: String { "\(command): exit \(run.status)\n\(run.output)\(run.errors)" }
  }

  let home: TemporaryHome
  /// The vault's directory, as commands are told.
  var vault = "office"
  /// Looks into the memory of every command, where there is one.
  var watch: MemoryWatch?

  /// The program, watched where somebody looks.
  var program: Program { watch?.watching(.safekeep) ?? .safekeep }

  init() throws { home = try TemporaryHome() }

  /// A vault with its administrator `lan`; the code of the first lead.
  func found(_ options: [String] = []) throws -> String {
    try write(["lan"])
    let made = try demand(
      ["vault", "create", "--as", "lan", "--lead", "minh", "--kdf", "low"] + secret("lan") + options
    )
    return try Self.field("code", made.output)
  }

  /// The same with the first lead at work, who then holds every key that a lead holds.
  func open() throws {
    try enrol("minh", code: found())
    try demand(["staff", "admit", "minh", "--confirm", "minh"] + by("lan"))
    try demand(["vault", "status"] + by("minh"))
  }

  /// Invited by `lan`, enrolled, admitted by `lan` and then by `minh`.
  func join(_ handle: String, as role: String) throws {
    try enrol(handle, code: invite(handle, as: role))
    for admitting in ["lan", "minh"] {
      try demand(["staff", "admit", handle, "--confirm", handle] + by(admitting))
    }
  }

  /// Lets people in, each of whom makes the keys of their role with a first command.
  func begin(_ people: [(handle: String, role: String)]) throws {
    for (handle, role) in people {
      try join(handle, as: role)
      try demand(["vault", "status"] + by(handle))
    }
  }

  func invite(_ handle: String, as role: String) throws -> String {
    let added = try demand(["staff", "add", handle, "--role", role] + by("lan"))
    return try Self.field("code", added.output)
  }

  /// The new member's own fingerprint.
  @discardableResult
  func enrol(_ handle: String, code: String) throws -> String {
    try write([handle])
    try home.write("\(code)\n\(Self.passphrase(handle))\n", to: handle + ".code")
    let run = try demand(["staff", "enrol", handle, "--passphrase-file", handle + ".code"])
    return try Self.field("fingerprint", run.output)
  }

  // MARK: Running

  /// Options of a member at work.
  func by(_ handle: String) -> [String] { ["--as", handle] + secret(handle) }

  func secret(_ handle: String) -> [String] { ["--passphrase-file", handle + ".pass"] }

  func run(_ words: [String], environment: [String: String] = [:]) throws -> Program.Run {
    try program.run(words + ["--vault", vault], environment: environment, home: home)
  }

  /// A command that must succeed.
  @discardableResult
  func demand(_ words: [String]) throws -> Program.Run {
    let run = try run(words)
    guard run.status == 0 else { throw Step(command: words.joined(separator: " "), run: run) }
    return run
  }

  static func passphrase(_ handle: String) -> String { "correct horse battery \(handle)" }

  func write(_ handles: [String]) throws {
    for handle in handles { try home.write(Self.passphrase(handle) + "\n", to: handle + ".pass") }
  }

  /// A value of plain output.
  static func field(_ key: String, _ output: String) throws -> String {
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.first == Substring(key), parts.count == 2 { return String(parts[1]) }
    }
    throw CocoaError(.keyValueValidation)
  }

  /// Whether sqlite3(1) is here to change a file behind the program's back.
  static let hasSQLite = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

  /// Statements that no vault would run.
  func tamper(_ statements: String, file: String = "records.db") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = ["\(home.path)/\(vault)/\(file)", statements]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The vault as it is now, put aside under another name.
  func copyVault(to name: String) throws {
    try FileManager.default.copyItem(
      atPath: "\(home.path)/\(vault)", toPath: "\(home.path)/\(name)")
  }

  /// What this account remembers of the log goes away.
  func forgetPins() throws {
    try FileManager.default.removeItem(atPath: home.path + "/.local/state/safekeep/pins")
  }
}
