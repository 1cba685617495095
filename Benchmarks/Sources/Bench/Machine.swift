import Foundation

/// What the figures were measured on; no name of the machine and none of its owner.
struct Machine: Encodable {
  let processor: String
  let cores: Int
  let system: String

  static func current() -> Machine {
    let model = line("/proc/cpuinfo", beginning: "model name")?.split(separator: ":").last
    let system = line("/etc/os-release", beginning: "PRETTY_NAME=")?.dropFirst(12)
    return Machine(
      processor: model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: system.map { $0.trimmingCharacters(in: ["\""]) } ?? "unknown")
  }

  /// The highest that this process' memory ever was, or now is, in KiB (proc(5), "status").
  static func memory(_ name: String) -> Int {
    let words = line("/proc/self/status", beginning: name)?.split(separator: " ") ?? []
    return words.dropFirst().first.flatMap { Int($0) } ?? 0
  }

  /// Lets the peak begin again from what is held now (proc(5), "clear_refs", 5).
  static func forgetPeak() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  private static func line(_ path: String, beginning: String) -> String? {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix(beginning) }.map(String.init)
  }
}
