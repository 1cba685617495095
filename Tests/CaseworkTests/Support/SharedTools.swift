import Foundation

/// What lies beside the repository on some machines, and may be missing.
enum SharedTools {
  /// `../shared`, seen from the root of the package.
  static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
  }()

  static let hasMakeIntake: Bool = {
    guard let folder else { return false }
    return FileManager.default.fileExists(atPath: folder.path + "/tools/make-intake")
      && FileManager.default.isExecutableFile(atPath: "/usr/bin/env")
  }()

  /// What make-intake writes.
  static func makeIntake(_ arguments: String...) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", (folder?.path ?? "") + "/tools/make-intake"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](bytes)
  }

  /// The provinces and communes of the data set.
  static let places: URL? = {
    let file = folder?.appendingPathComponent("data/administrative-units.json")
    return file.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }()

  /// Rows of `places.csv` for every commune of the data set.
  static func communeRows() throws -> [String] {
    struct Unit: Decodable {
      let code: String
      let name: String
      let name_en: String
      let communes: [Unit]?
    }
    guard let folder else { return [] }
    let data = try Data(
      contentsOf: folder.appendingPathComponent("data/administrative-units.json"))
    return try JSONDecoder().decode([Unit].self, from: data).flatMap { province in
      (province.communes ?? []).map {
        "\($0.code),\"\($0.name)\",\"\($0.name_en)\",commune,\(province.code),2025-07-01,"
      }
    }
  }
}
