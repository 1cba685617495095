import Glibc

/// Overwrites a file in place and waits until the zeros are on the device.
///
/// Good for one thing: a rollback journal that a database keeps at its length, whose pages held keys
/// that are now destroyed. Whether a flash drive or a copying file system still holds the old blocks
/// is beyond any program (SECURITY.md says so).
public enum FileErasure {
  /// - Returns: false where the file could not be opened, written whole, or synced. One that is not there
  ///   holds nothing.
  public static func zero(_ path: String) -> Bool {
    let file = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT }
    defer { close(file) }
    let length = Int(lseek(file, 0, SEEK_END))
    guard length >= 0, lseek(file, 0, SEEK_SET) == 0 else { return false }
    return write(zeros: length, to: file) && fsync(file) == 0
  }

  private static func write(zeros length: Int, to file: Int32) -> Bool {
    let block = [UInt8](repeating: 0, count: 65_536)
    var left = length
    while left > 0 {
      let written = unsafe Glibc.write(file, block, min(left, block.count))
      guard written > 0 else { return false }
      left -= written
    }
    return true
  }
}
