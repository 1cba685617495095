import Foundation

/// A program as a person meets it: arguments, input, two streams, an exit status.
struct Program {
  struct Run {
    let output: String
    let errors: String
    let status: Int32
  }

  let path: String
  /// What stands before the arguments, where another program runs it.
  var before: [String] = []

  /// The binary that was built beside these tests; `SAFEKEEP_BINARY` names another, such as the one
  /// of the release.
  static let safekeep = Program(
    path: ProcessInfo.processInfo.environment["SAFEKEEP_BINARY"] ?? buildDirectory + "/safekeep")

  /// Where a program that counts its lines leaves what it counted (`Scripts/coverage`); else nothing.
  private static let counting: [String: String] = {
    let place = ProcessInfo.processInfo.environment["SAFEKEEP_COUNTERS"]
    return place.map { ["LLVM_PROFILE_FILE": $0] } ?? [:]
  }()

  private static let buildDirectory = URL(fileURLWithPath: "/proc/self/exe")
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  /// Starts it at a terminal that is its own: what it asks on /dev/tty is asked there. setsid(1) of
  /// util-linux, which every Debian has, makes the terminal of standard input the controlling one.
  func start(
    _ arguments: [String], at terminal: PseudoTerminal, environment: [String: String] = [:],
    home: TemporaryHome
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["--ctty", "--wait", path] + before + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    process.environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm",
    ].merging(Self.counting) { $1 }.merging(environment) { $1 }
    let side = FileHandle(forUpdatingAtPath: terminal.path)
    process.standardInput = side
    process.standardOutput = side
    process.standardError = side
    try process.run()
    return process
  }

  /// Nothing of the environment of the tests gets through: a test must not depend on who runs it.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    home: TemporaryHome
  ) throws -> Run {
    // Files, not pipes: no output is too large for them, and nobody has to read while it runs.
    let work = try TemporaryHome()
    try work.write(input, to: "in")
    try work.write("", to: "out")
    try work.write("", to: "err")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = before + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
      .merging(Self.counting) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: work.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: work.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: work.path + "/err")
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Run(
      output: try String(contentsOfFile: work.path + "/out", encoding: .utf8),
      errors: try String(contentsOfFile: work.path + "/err", encoding: .utf8),
      status: process.terminationStatus + (isSignal ? 128 : 0))
  }
}
