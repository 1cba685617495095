import Glibc

/// Puts a new file in the place of an old one in a single step: a reader sees the one or the other,
/// whole, and so does whoever comes after a program that died in between.
///
/// Nothing is synced unless that is asked for. After a power cut the old file may be there again, or on a file system that
/// does not order data before names an empty one: only for what its reader checks and can go without
/// the newest of.
public enum FileReplacement {
  /// Why the file could not be written.
  public enum Failure: Error, Equatable, Sendable {
    /// The directory is not there.
    case noDirectory
    /// `errno` of the call that failed.
    case system(Int32)

    /// Whether there was no room for it.
    public var isFullDisk: Bool {
      // The last is a limit on one file: there is no more room for it either.
      [ENOSPC, EDQUOT, EFBIG].contains { self == .system($0) }
    }

    /// Something has that name.
    public static let taken = Failure.system(EEXIST)
  }

  /// Writes the bytes beside the file, readable by their owner alone, and renames (rename(2)).
  ///
  /// - Parameter isDurable: returns only when the disk has the bytes and the new name.
  /// - Throws: ``Failure``; the old file is then untouched, and nothing is left beside it. Of a durable
  ///   write that failed at the very last step, the name, nobody knows which of the two a power cut would
  ///   leave.
  public static func write(
    _ bytes: [UInt8], to path: String, isDurable: Bool = false
  ) throws(Failure) {
    // A name of its own each time: two programs of one person may be at it at once. It says what was left
    // by a program that was killed.
    let beside = path + "." + Identifier.makeRandom().hex + ".safekeep-part"
    let file = unsafe open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw errno == ENOENT ? .noDirectory : .system(errno) }
    let isWritten = write(bytes, to: file) && (!isDurable || fsync(file) == 0)
    // A full disk may show only here.
    let isClosed = close(file) == 0
    guard isWritten, isClosed, unsafe rename(beside, path) == 0 else {
      let failure = Failure.system(errno)
      _ = unsafe unlink(beside)
      throw failure
    }
    if isDurable { try sync(folderOf: path) }
  }

  /// A name reaches the disk with its directory (fsync(2), "Notes").
  static func sync(folderOf path: String) throws(Failure) {
    let end = path.lastIndex(of: "/")
    try sync(folder: end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
  }

  /// Gives a directory its name, and returns when the disk has it. An empty one makes way; what is not empty
  /// stays, and is the failure.
  public static func move(folder: String, to place: String) throws(Failure) {
    guard unsafe rename(folder, place) == 0 else {
      throw errno == ENOTEMPTY ? .taken : .system(errno)
    }
    try sync(folderOf: place)
  }

  /// Returns when the disk has the names in a directory.
  public static func sync(folder: String) throws(Failure) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }

  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
