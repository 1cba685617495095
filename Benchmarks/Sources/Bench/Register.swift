import Casework
import Foundation

/// A register of made-up people, written by the generator beside the project where there is one.
struct Register {
  let path: String

  /// Nil where the generator is not there.
  static func make(_ people: Int, generator: String, in folder: String) throws -> Register? {
    guard FileManager.default.isExecutableFile(atPath: generator) else { return nil }
    let path = "\(folder)/register-\(people).csv"
    let process = Process()
    process.executableURL = URL(filePath: generator)
    process.arguments = ["--rows", String(people), "--seed", "1"]
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError.failed(generator, process.terminationStatus)
    }
    return Register(path: path)
  }

  /// The file piece by piece, from its beginning, as the command reads it.
  func source() throws(CaseworkError) -> CSVReader.Source {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(errno: 2) }
    return { () throws(CaseworkError) -> [UInt8] in
      do { return [UInt8](try file.read(upToCount: 1 << 16) ?? Data()) } catch {
        throw .unreadable(errno: 5)
      }
    }
  }
}
