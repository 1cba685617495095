import Glibc

/// What stands under a name, links not followed (lstat(2)).
public struct FileState: Hashable, Sendable {
  public let isFolder: Bool
  public let isPlain: Bool
  /// How many bytes, where it is a file.
  public let size: Int
  /// How many names it has.
  public let links: Int
  /// Whether it is this account's.
  public let isOwn: Bool

  /// Nil where nothing stands there, or it cannot be asked.
  public init?(of path: String) {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else { return nil }
    let kind = found.st_mode & S_IFMT
    (isFolder, isPlain) = (kind == S_IFDIR, kind == S_IFREG)
    size = Int(found.st_size)
    (links, isOwn) = (Int(found.st_nlink), found.st_uid == geteuid())
  }
}
