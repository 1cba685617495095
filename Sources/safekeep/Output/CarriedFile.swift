import Glibc

/// A new file that is carried out by hand: made before the work, so that no entry is written for what had
/// nowhere to go, and taken away again where the work failed.
final class CarriedFile {
  private let path: String
  private let descriptor: Int32
  private var isFinished = false

  /// - Throws: 73 where something is there already, or nothing can be made there.
  init(_ path: String) throws(Fault) {
    self.path = path
    do {
      // For whoever carries it: nothing in it is secret.
      descriptor = try Kernel.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644)
    } catch .exists {
      throw Fault(.cannotCreate, reason: "exists") { $0.carriedFileExists }
    } catch {
      throw Fault(.cannotCreate, details: [.init("errno", .integer(Int(error.code)))]) {
        $0.carriedFileRefused
      }
    }
  }

  deinit {
    Kernel.close(descriptor)
    if !isFinished { try? Kernel.remove(path) }
  }

  /// Returns only when the disk has all of it, and the name.
  func write(_ bytes: [UInt8]) throws(Fault) {
    do {
      try Kernel.write(bytes, to: descriptor)
      try Kernel.sync(descriptor)
      try Kernel.syncDirectory(of: path)
    } catch { throw .storage(errno: error.code) }
    isFinished = true
  }
}

extension Desk {
  /// Hands out a file of text: into the file that was named and the report on standard output; without one
  /// the text itself is the result, and with `--json` the report has it.
  func hand(_ bytes: [UInt8], to file: CarriedFile?, _ report: Report) throws(Fault) {
    if let file {
      try file.write(bytes)
      return try show(report)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard format == .json else {
      try terminal.write(text)
      return report.notes.forEach(terminal.say)
    }
    var whole = report
    whole.fields.append(.init("file", "", .lines(text)))
    try show(whole)
  }
}
