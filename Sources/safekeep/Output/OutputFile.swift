import Glibc

/// A new file for a result: made before the work, so that nothing is read from the log that has nowhere
/// to go; only its owner may read it. What was begun and not finished is taken away again.
final class OutputFile {
  /// Bytes that gather before they are written: a call a line would cost more than the line.
  private static let room = 65_536

  private let path: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var isFinished = false

  /// - Throws: 73 where something is there already, or nothing can be made there.
  init(_ path: String) throws(Fault) {
    self.path = path
    do {
      descriptor = try Kernel.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch .exists {
      throw Fault(.cannotCreate, reason: "exists") { $0.outputExists }
    } catch {
      throw Fault(.cannotCreate, details: [.init("errno", .integer(Int(error.code)))]) {
        $0.outputRefused
      }
    }
    waiting.reserveCapacity(Self.room)
  }

  deinit {
    Kernel.close(descriptor)
    if !isFinished { try? Kernel.remove(path) }
  }

  func write(_ bytes: [UInt8]) throws(Fault) {
    waiting += bytes
    if waiting.count >= Self.room { try flush() }
  }

  func write(line: String) throws(Fault) { try write(Array(line.utf8) + [0x0a]) }

  /// Returns only when the disk has it, and the name of the file.
  func finish() throws(Fault) {
    try flush()
    do {
      try Kernel.sync(descriptor)
      try Kernel.syncDirectory(of: path)
    } catch { throw .storage(errno: error.code) }
    isFinished = true
  }

  private func flush() throws(Fault) {
    do { try Kernel.write(waiting, to: descriptor) } catch { throw .storage(errno: error.code) }
    waiting.removeAll(keepingCapacity: true)
  }
}
