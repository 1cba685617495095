import Glibc

/// A new file on its way: written beside the place that it is for, readable by its owner alone, and given
/// its name when the disk has all of it. Nothing is ever written over.
///
/// What was begun and not published is taken away again; what a killed program leaves ends in
/// `.safekeep-part`, and nobody reads it.
public final class FileDraft {
  /// Where it lies until it is published.
  public let path: String
  private let target: String
  private let descriptor: Int32
  private var isPublished = false

  /// Begins it, and refuses a name that is taken before any work is done.
  ///
  /// - Throws: `.system(EEXIST)` where something has that name.
  public init(for target: String) throws(FileReplacement.Failure) {
    self.target = target
    path = "\(target).\(Identifier.makeRandom().hex).safekeep-part"
    guard unsafe access(target, F_OK) != 0, !Self.isLink(target) else { throw .system(EEXIST) }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == ENOENT ? .noDirectory : .system(errno) }
    // For who looks whether it was left behind; the kernel gives it back however the process ends.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  /// Whether a process is at work on what lies there, as far as the file system has such locks (flock(2)).
  public static func isAtWork(_ path: String) -> Bool {
    FolderTurn(ofFile: path).map { !$0.take(patience: .zero) } ?? false
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if descriptor >= 0, !isPublished { _ = unsafe unlink(path) }
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(FileReplacement.Failure) {
    guard FileReplacement.write(bytes, to: descriptor) else { throw .system(errno) }
  }

  /// Returns when the disk has what was written, also by others at ``path``; what is read afterwards comes
  /// from the disk and not from memory, as far as the kernel follows the advice (posix_fadvise(2)).
  public func sync() throws(FileReplacement.Failure) {
    guard fsync(descriptor) == 0 else { throw .system(errno) }
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// Gives it its name, in one step.
  ///
  /// - Throws: `.system(EEXIST)` where something has that name by now.
  public func publish() throws(FileReplacement.Failure) {
    // link(2) never replaces; a file system without links (FAT, as on most sticks) is asked first instead.
    if unsafe link(path, target) == 0 {
      isPublished = true
      _ = unsafe unlink(path)
    } else {
      guard errno != EEXIST, unsafe access(target, F_OK) != 0 else { throw .system(EEXIST) }
      guard unsafe rename(path, target) == 0 else { throw .system(errno) }
      isPublished = true
    }
    try FileReplacement.sync(folderOf: target)
  }

  /// Also one that leads nowhere is a name that is taken.
  private static func isLink(_ path: String) -> Bool {
    var found = stat()
    return unsafe lstat(path, &found) == 0
  }
}
