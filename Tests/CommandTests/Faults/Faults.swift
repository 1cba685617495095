import Foundation

/// A machine that fails: the n-th write, sync, renaming or allocation of a program, by a library put before it
/// (faults.c).
struct Faults {
  enum Kind: String {
    case write, sync, name, memory
    /// Room that is asked for before anything is written.
    case room

    /// What fails on any day.
    static let ofDay: [Kind] = [.write, .sync, .name, .memory]
  }

  /// One call that fails, alone or with every later one, as on a disk that stays full.
  struct Fault: CustomStringConvertible {
    let kind: Kind
    let number: Int
    var isLasting = false
    var description: String { "\(kind.rawValue) \(number)\(isLasting ? "+" : "")" }
  }

  private let home: TemporaryHome

  private var library: String { home.path + "/faults.so" }
  private var mark: String { home.path + "/mark" }

  /// Builds the library with the toolchain's own compiler.
  init() throws {
    home = try TemporaryHome()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("faults.c").path
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["clang", "-O1", "-shared", "-fPIC", "-o", library, source]
    try compiler.run()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  /// - Returns: nil where the program made fewer such calls, and so nothing failed.
  func run(_ words: [String], of office: Office, failing fault: Fault) throws -> Program.Run? {
    try? FileManager.default.removeItem(atPath: mark)
    let run = try office.run(
      words,
      environment: [
        "LD_PRELOAD": library, "SAFEKEEP_FAULT": fault.description, "SAFEKEEP_FAULT_MARK": mark,
      ])
    return FileManager.default.fileExists(atPath: mark) ? run : nil
  }
}
