import Foundation

/// Our scripts, by what a reader and a machine must be able to rely on.
enum Shell {
  /// Scripts that are run: they stop at the first thing that fails, and say so in their first lines.
  static func careless(_ files: [HouseFile]) -> [String] {
    files.filter(isRun).compactMap { file in
      guard file.lines.first == "#!/usr/bin/env bash" else { return nil }
      return file.lines.contains("set -euo pipefail")
        ? nil : "\(file.path): goes on after a failure"
    }
  }

  /// Scripts that cannot be started as the papers say.
  static func notRunnable(_ files: [HouseFile], isExecutable: (String) -> Bool) -> [String] {
    files.filter(isRun).map(\.path).filter { !isExecutable($0) }
  }

  private static func isRun(_ file: HouseFile) -> Bool {
    let isOurs = file.path.hasPrefix("Scripts/") || file.path.hasPrefix(".ci/")
    return (isOurs && !file.path.hasSuffix(".sh")) || file.path == "Examples/first-day"
  }
}
