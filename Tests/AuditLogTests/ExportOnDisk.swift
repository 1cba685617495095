import Foundation
import Testing

/// An export as files in a folder of its own, which goes with it.
final class ExportOnDisk {
  let path: String

  init(_ files: [String: [UInt8]]) throws {
    path = NSTemporaryDirectory() + "export-\(UUID().uuidString)"
    for (name, bytes) in files { try put(bytes, at: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ bytes: [UInt8], at name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}

/// What another program said of an export.
struct Told {
  let status: Int32
  let output: String
  let errors: String

  /// The side door, or another program, built beside these tests.
  static func program(_ name: String = "safekeep-verify") throws -> String {
    let running = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: running).deletingLastPathComponent()
    return folder.appending(path: name).path
  }

  static func verify(_ arguments: [String]) throws -> Told {
    try Told(running: program(), ["--lang", "en"] + arguments)
  }

  /// The independent script. Debian's Python has the package that Scripts/test installs; another one may
  /// come first on the path.
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    (try? Told(running: $0, ["-c", "import cryptography"]).status) == 0
  }

  /// Where it lies.
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/verify-export.py").path

  static func script(_ arguments: [String]) throws -> Told {
    try Told(running: #require(python), [script] + arguments)
  }

  /// The script as a part of another one, which has it as `verify`; arguments begin at `sys.argv[2]`.
  static func scripted(_ code: String, _ arguments: [String] = []) throws -> Told {
    let load = """
      import importlib.util, os, sys
      sys.path.insert(0, os.path.dirname(sys.argv[1]))
      spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
      verify = importlib.util.module_from_spec(spec)
      spec.loader.exec_module(verify)

      """
    return try Told(running: #require(python), ["-c", load + code, script] + arguments)
  }

  init(running program: String, _ arguments: [String]) throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: data, as: UTF8.self)
    self.errors = String(decoding: told, as: UTF8.self)
  }
}
