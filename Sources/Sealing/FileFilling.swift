import Glibc

/// Fills a file that is there, with its owner, group and permissions as they are, from the beginning.
public final class FileFilling {
  private let descriptor: Int32

  /// Opens it and takes away what is in it.
  public init(_ path: String) throws(FileReplacement.Failure) {
    descriptor = unsafe open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(FileReplacement.Failure) {
    guard FileReplacement.write(bytes, to: descriptor) else { throw .system(errno) }
  }

  /// Returns when the disk has them.
  public func sync() throws(FileReplacement.Failure) {
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }
}
