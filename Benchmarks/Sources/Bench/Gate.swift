import Foundation

/// Lets several processes begin at the same moment, and keeps when each began and ended, by files in a folder.
struct Gate {
  let folder: String

  func shut() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Opens once everyone stands before it; a child that died would be waited for in vain, so not for ever.
  func open(whenReady places: [String]) throws {
    for _ in 0..<60_000 {
      if places.allSatisfy({ isThere("ready-" + $0) }) { return try keep("", "open") }
      usleep(1_000)
    }
    throw BenchError.usage
  }

  /// What a child does: waits, then acts `count` times.
  func pass(_ place: String, _ count: Int, _ act: () throws -> Void) throws {
    try keep("", "ready-" + place)
    while !isThere("open") { usleep(200) }
    let begun = Self.clock()
    for _ in 0..<count { try act() }
    try keep("\(begun) \(Self.clock())", "times-" + place)
  }

  /// From the first beginning to the last end.
  func seconds(of places: [String]) throws -> Double {
    let times = try places.map { place in
      try String(contentsOfFile: "\(folder)/times-\(place)", encoding: .utf8)
        .split(separator: " ").compactMap { Double($0) }
    }
    guard let first = times.compactMap(\.first).min(), let last = times.compactMap(\.last).max()
    else { throw BenchError.usage }
    return last - first
  }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  private func keep(_ text: String, _ name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  /// One clock for all processes of the machine.
  private static func clock() -> Double { ProcessInfo.processInfo.systemUptime }
}
