import Glibc

/// The one file of results that is written again: pins are added to it, and none is ever lost from it.
/// It is there as it was or as it is to be, never half of it.
enum GrowingFile {
  /// What is in it; nil where there is none.
  static func contents(_ path: String, limit: Int) throws(Fault) -> [UInt8]? {
    do { if try Kernel.status(of: path) == nil { return nil } } catch {
      // What cannot be looked at counts as there: the reading says why it cannot be read.
    }
    return try InputFile.read(path, limit: limit)
  }

  /// Puts the file in the place of the one that is there, if any.
  static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
    // Two commands of one person may be at it at once.
    let beside = "\(path).\(getpid())"
    let file: Int32
    do { file = try Kernel.open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW) } catch {
      throw .newFileRefused(errno: error.code)
    }
    do {
      defer { Kernel.close(file) }
      try Kernel.write(bytes, to: file)
      try Kernel.sync(file)
      try Kernel.rename(beside, to: path)
      try Kernel.syncDirectory(of: path)
    } catch {
      try? Kernel.remove(beside)
      throw .storage(errno: error.code)
    }
  }
}
