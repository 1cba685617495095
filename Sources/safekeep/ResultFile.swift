import Glibc

/// A file that a command writes for somebody else: readable by its owner alone, on the disk before the
/// command says so, and never half there under its own name.
enum ResultFile {
  /// Writes a new file.
  ///
  /// - Throws: 73 where something is there already or nothing can be made there; 74 for a full disk.
  static func make(_ path: String, _ bytes: [UInt8]) throws(Fault) {
    try demandFree(path)
    try put(bytes, at: path)
  }

  /// Refuses a name that is taken: for a command to ask before it does what is recorded.
  static func demandFree(_ path: String) throws(Fault) {
    guard !isThere(path) else { throw .resultFileExists }
  }

  /// What cannot be looked at counts as there.
  private static func isThere(_ path: String) -> Bool {
    do { return try Kernel.status(of: path) != nil } catch { return true }
  }

  /// Writes a file in the place of the one that is there, if any.
  static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
    // Two commands of one person may be at it at once.
    let beside = "\(path).\(getpid())"
    let file: Int32
    do { file = try Kernel.open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW) } catch {
      throw .resultFileRefused(errno: error.code)
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

  /// What is in a file; nil where there is none.
  static func contents(_ path: String, limit: Int) throws(Fault) -> [UInt8]? {
    guard isThere(path) else { return nil }
    return try InputFile.read(path, limit: limit)
  }

  /// Makes a directory for results, unless it is there.
  static func makeDirectory(_ path: String) throws(Fault) {
    do { try Kernel.makeDirectory(path, mode: 0o700) } catch .exists {} catch {
      throw .resultFileRefused(errno: error.code)
    }
  }
}

extension Fault {
  static let resultFileExists = Fault(.cannotCreate, reason: "exists") { $0.resultFileExists }

  static func resultFileRefused(errno: Int32) -> Fault {
    Fault(.cannotCreate, details: [.init("errno", .integer(Int(errno)))]) { $0.resultFileRefused }
  }
}
