import Glibc

/// Reads a file from its beginning in pieces: one that may be larger than the memory.
///
/// A pipe or a device in its place is refused as ``PlainFile`` does.
public final class PieceReader {
  /// Bytes handed over at once.
  public static let piece = 1 << 20

  /// How many bytes the file had when it was opened.
  public let count: Int
  /// As the file was when it was opened; nil where that could not be asked.
  public let mark: FileMark?
  private let descriptor: Int32

  /// Opens a file, also behind a link.
  public init(_ path: String) throws(PlainFile.Failure) {
    (descriptor, count) = try PlainFile.open(path)
    mark = FileMark(of: descriptor)
  }

  /// Whether nobody wrote into the file, or cut it, since it was opened: what was read would be neither what it was nor
  /// what it is.
  public var isUnchanged: Bool { mark != nil && mark == FileMark(of: descriptor) }

  deinit { close(descriptor) }

  /// The next bytes; fewer than asked for only at the end of the file, none behind it.
  public func read(_ wanted: Int = piece) throws(PlainFile.Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: wanted)
    var filled = 0
    while filled < wanted {
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress.map { unsafe $0 + filled }, wanted - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(errno) }
      guard got > 0 else { break }
      filled += got
    }
    bytes.removeLast(wanted - filled)
    return bytes
  }

  /// SHA-256 of the bytes from here to the end, and how many they are.
  public func digest() throws(PlainFile.Failure) -> (digest: Digest, count: Int) {
    var context = DigestContext()
    var count = 0
    while case let bytes = try read(), !bytes.isEmpty {
      context.update(bytes)
      count += bytes.count
    }
    return (context.finish(), count)
  }
}
