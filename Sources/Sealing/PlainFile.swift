import Glibc

/// Reads a file that somebody else may have put there: a pipe in its place would be waited for without end,
/// and a file of any length would fill the memory.
public enum PlainFile {
  /// Why it could not be read.
  public enum Failure: Error, Equatable, Sendable {
    /// Nothing is there.
    case missing
    /// What is there is no file: a directory, a pipe, a device.
    case strange
    /// It has more bytes than were asked for.
    case tooLarge
    /// `errno` of the call that failed.
    case system(Int32)
  }

  /// The bytes of the file, also behind a link.
  ///
  /// - Parameter limit: so many bytes at most; of a longer one nothing is kept.
  public static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let (file, count) = try open(path)
    defer { close(file) }
    guard count <= limit else { throw .tooLarge }
    return try read(file, count: count, limit: limit)
  }

  /// The file, and how many bytes it has.
  static func open(_ path: String) throws(Failure) -> (descriptor: Int32, count: Int) {
    // Without O_NONBLOCK the opening of a pipe waits for its writer (open(2)); of a file it changes nothing.
    let file = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .missing : errno == ENXIO ? .strange : .system(errno)
    }
    var found = stat()
    guard unsafe fstat(file, &found) == 0 else {
      let failure = Failure.system(errno)
      close(file)
      throw failure
    }
    guard found.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .strange
    }
    return (file, Int(found.st_size))
  }

  /// To its end, which may have moved since it was measured.
  private static func read(
    _ file: Int32, count: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count + 1)
    var filled = 0
    while true {
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe Glibc.read(file, room.baseAddress.map { unsafe $0 + filled }, room.count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(errno) }
      guard got > 0 else { break }
      filled += got
      guard filled <= limit else { throw .tooLarge }
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: filled) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
