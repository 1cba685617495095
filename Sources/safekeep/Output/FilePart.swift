import Glibc

/// A file on its way: written beside the place that it is for, under a name that says so, and moved there
/// when the disk has all of it. Whoever looks at that place sees the whole file or none.
///
/// What a killed command leaves ends in `.safekeep-part`. No command reads such a file, and whoever finds
/// one may remove it.
final class FilePart {
  static let ending = ".safekeep-part"

  let descriptor: Int32
  private let target: String
  private let path: String
  private var isMoved = false

  /// - Throws: 73 where nothing can be made there.
  init(for target: String) throws(Fault) {
    self.target = target
    // A name of its own each time: two commands of one person may be at it at once.
    path = "\(target).\(String(UInt64.random(in: 0 ... .max), radix: 16))\(Self.ending)"
    do { descriptor = try Kernel.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW) } catch {
      throw .newFileRefused(errno: error.code)
    }
  }

  deinit {
    Kernel.close(descriptor)
    if !isMoved { try? Kernel.remove(path) }
  }

  /// Returns only when the disk has all of it, and its name.
  ///
  /// - Parameter isNew: nothing may stand there by now.
  func moveIntoPlace(isNew: Bool) throws(Fault) {
    do {
      try Kernel.sync(descriptor)
      if isNew {
        try Kernel.rename(path, toNew: target)
      } else {
        try Kernel.rename(path, to: target)
      }
      isMoved = true
      try Kernel.syncDirectory(of: target)
    } catch .exists {
      throw .newFileExists
    } catch {
      throw .storage(errno: error.code)
    }
  }
}
