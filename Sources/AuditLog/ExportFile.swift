import Sealing

/// A file that may belong to an export, as it lies on the disk; no link is followed on the way to its kind.
///
/// An export of a million entries has thousands of files, and what a general library asks of each (whose it is by
/// name) costs more than its hashes.
public enum ExportFile: Hashable, Sendable {
  case folder
  /// With so many bytes.
  case plain(size: Int)
  /// A link, a pipe, a device; or what went away meanwhile.
  case strange

  public init(at path: String) {
    guard let state = FileState(of: path) else {
      self = .strange
      return
    }
    self = state.isFolder ? .folder : state.isPlain ? .plain(size: state.size) : .strange
  }

  /// The bytes of a file; nil where there is none, where it cannot be read, and where it has more than `limit`,
  /// also where it grows meanwhile.
  public static func bytes(at path: String, limit: Int) -> [UInt8]? {
    try? PlainFile.read(path, limit: limit)
  }
}
