import Foundation

/// The project's own files, read once for all tests of this folder.
enum House {
  /// The folder that holds Package.swift, found from where this file was compiled.
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Sources").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// Every file but what the build makes and what git keeps for itself.
  static let files: [HouseFile] = paths(in: root).map { path in
    HouseFile(path: path, bytes: FileManager.default.contents(atPath: root.path + "/" + path))
  }

  static let sources: [SwiftSource] = swift(under: "Sources/")
  static let tests: [SwiftSource] = swift(under: "Tests/")

  /// Whether a file or folder of the project is there; the path is relative to the root.
  static func holds(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.path + "/" + path)
  }

  private static func swift(under folder: String) -> [SwiftSource] {
    files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".swift") }.compactMap { file in
      file.text.map { SwiftSource(path: file.path, text: $0) }
    }
  }

  private static func paths(in root: URL) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var found: [String] = []
    while let path = walk.nextObject() as? String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if [".build", ".git", ".swiftpm", "Package.resolved"].contains(name) {
        walk.skipDescendants()
        continue
      }
      let kind = walk.fileAttributes?[.type] as? FileAttributeType
      if kind == .typeRegular { found.append(path) }
    }
    return found.sorted()
  }
}
