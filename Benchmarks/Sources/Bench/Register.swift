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

  /// The same people, all arrived an hour ago. Whatever limit has passed is put into the log by who looks at what is due,
  /// once and fifty cases a look: of arrivals of long ago, two thousand looks would measure that.
  func arrivedToday() throws -> Register {
    let now = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: -3600))
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        let isArrival = cells.count == 3 && cells[1].wholeMatch(of: /\d{4}-\d\d-\d\dT.*/) != nil
        return isArrival ? "\(cells[0]),\(now),\(cells[2])" : String(line)
      }
    let today = Register(path: path + ".today")
    try lines.joined(separator: "\n").write(
      toFile: today.path, atomically: true, encoding: .utf8)
    return today
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
