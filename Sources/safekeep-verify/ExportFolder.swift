import Foundation

/// The folder of an export: which files lie in it, and their bytes.
final class ExportFolder: Sendable {
  /// Relative to the folder, with `/` between.
  let paths: [String]
  private let root: String

  /// - Throws: ``Outcome/noFolder``.
  init(_ path: String) throws(Outcome) {
    root = path
    let type = try? FileManager.default.attributesOfItem(atPath: path + "/.")[.type]
    guard type as? FileAttributeType == .typeDirectory,
      let found = FileManager.default.enumerator(atPath: path)
    else { throw .noFolder }
    var paths: [String] = []
    while let next = found.nextObject() as? String {
      // Whatever is no folder counts, a link or a pipe too: it is not accounted for.
      if found.fileAttributes?[.type] as? FileAttributeType != .typeDirectory { paths.append(next) }
    }
    self.paths = paths
  }

  /// The bytes of a file; nil where there is none, or none that can be read.
  func bytes(at path: String) -> [UInt8]? { Self.bytes(at: root + "/" + path) }

  static func bytes(at path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Whether a file lies there that nobody can read: then nothing is said of the log.
  func isUnreadable(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
      && !FileManager.default.isReadableFile(atPath: root + "/" + path)
  }
}
