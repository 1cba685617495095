import Glibc

/// Which file something was read from, and as it was then: another file under the same name, or the same that somebody
/// wrote into or cut since, has another mark.
///
/// What is written into a file of the same length within one tick of the kernel's clock, and through the same name, has
/// the same mark: milliseconds.
public struct FileMark: Equatable, Sendable {
  private let device: UInt
  private let number: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil where it cannot be asked (fstat(2)).
  init?(of descriptor: Int32) {
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else { return nil }
    (device, number, size) = (found.st_dev, found.st_ino, Int(found.st_size))
    (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
  }
}
