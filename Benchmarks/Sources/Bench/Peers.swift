import Foundation

/// Other people's programs at the same work, where Scripts/bench could install them: Python libraries through
/// Benchmarks/Peers/speed.py, and a checker of logs in Go.
struct Peers {
  /// Seconds for one piece of work, by library.
  typealias Figures = [(library: String, seconds: Double)]

  let python: String?
  let script: String
  let checker: String?

  /// FOLDER holds what was installed and built; SCRIPTS are this project's own.
  init(folder: String, scripts: String) {
    func there(_ path: String) -> String? {
      FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
    python = there(folder + "/bin/python")
    checker = there(folder + "/bin/verify-log")
    script = scripts + "/speed.py"
  }

  /// By the name of the work, as "seal 16"; nothing where Python's libraries are not there.
  func figures(_ words: [String]) throws -> [String: Figures] {
    guard let python else { return [:] }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: python)
    process.arguments = [script] + words
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError.failed(script, process.terminationStatus)
    }
    var figures: [String: Figures] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let seconds = Double(cells[2]) else { throw BenchError.usage }
      figures[String(cells[0]), default: []].append((String(cells[1]), seconds))
    }
    return figures
  }
}
