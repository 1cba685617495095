import AuditLog
import Foundation

/// The folder of an export: which files lie in it, and their bytes.
final class ExportFolder: Sendable {
  /// Relative to the folder, with `/` between.
  let paths: [String]
  private let root: String

  /// - Throws: ``Outcome/noFolder``; ``Outcome/unreadable`` for a folder in it that nobody can look into.
  ///   ``Outcome/broken(_:_:)`` for what is neither a file nor a folder with files: the bytes behind a link
  ///   lie elsewhere and may be others tomorrow, a pipe would never end, and an empty folder is nobody's; and
  ///   for a file that is longer than its kind can be: it would only fill the memory.
  init(_ path: String) throws(Outcome) {
    // The folder itself may be named by a link; nothing in it may be one.
    root = URL(filePath: path).resolvingSymlinksInPath().path
    guard !path.isEmpty, Self.isFolder(path),
      let found = FileManager.default.enumerator(atPath: root)
    else { throw .noFolder }
    var paths: [String] = []
    var folders: Set<String> = []
    var (strange, large): (Set<String>, Set<String>) = ([], [])
    while let next = found.nextObject() as? String {
      switch ExportFile(at: "\(root)/\(next)") {
      case .folder:
        guard FileManager.default.isReadableFile(atPath: "\(root)/\(next)") else {
          throw .unreadable
        }
        folders.insert(next)
      case .plain(let size):
        paths.append(next)
        if size > ExportPath(next)?.limit ?? .max { large.insert(next) }
      case .strange: strange.insert(next)
      }
    }
    for path in paths + strange + folders {
      if let slash = path.lastIndex(of: "/") { folders.remove(String(path[..<slash])) }
    }
    self.paths = paths
    strange.formUnion(folders)
    // Where there is no list of files it is no export, whatever else lies there.
    guard let first = strange.union(large).min(),
      paths.contains(Self.list) || strange.contains(Self.list)
    else { return }
    let fault = strange.contains(first) ? ExportFault.strange : .large
    throw .broken(
      ExportFinding(path: first, .export(fault)),
      ExportReach(entries: 0, from: 0, pin: nil, quorum: nil))
  }

  private static let list = ExportPath.manifest.text

  static func isFolder(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path + "/.")[.type]
    return type as? FileAttributeType == .typeDirectory
  }

  /// The bytes of a file; nil where there is none, or none that can be read.
  func bytes(at path: String) -> [UInt8]? {
    guard let limit = ExportPath(path)?.limit else { return nil }
    return ExportFile.bytes(at: root + "/" + path, limit: limit)
  }

  /// What somebody brought, which may come through a pipe. No more than are asked for; of more, none.
  static func bytes(at path: String, limit: Int) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit {
        let next = try file.read(upToCount: limit + 1 - bytes.count) ?? Data()
        guard !next.isEmpty else { return bytes }
        bytes += next
      }
    } catch { return nil }
    return nil
  }

  /// Whether a file lies there that nobody can read: then nothing is said of the log.
  func isUnreadable(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
      && !FileManager.default.isReadableFile(atPath: root + "/" + path)
  }
}
