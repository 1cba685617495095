import Glibc

/// A new file for a result: begun before the work, so that no entry is written and nothing read for what
/// has nowhere to go; its owner alone may read it. Nothing is ever written over, the file is there whole or
/// not at all, and what was begun and not finished is taken away again.
final class NewFile {
  /// Bytes that gather before they are written: a call a line would cost more than the line.
  private static let room = 65_536
  /// For a signed word, which is made once: a kilobyte or two.
  static let ofWord = 16_384
  /// For what is sealed once for another office: fields that were typed, hardly ever more.
  static let ofSealed = 1 << 20

  private let part: FilePart
  private let reserved: Int
  private var waiting: [UInt8] = []
  private var count = 0

  /// - Parameter reserved: how many bytes the disk has to have room for before anything is done: of what is made once, a
  ///   full disk would leave nothing but the entry.
  /// - Throws: 73 where something is there already, or nothing can be made there; 74 where there is no such room.
  init(_ path: String, reserving reserved: Int = 0) throws(Fault) {
    guard path != "-" else { throw .noStandardOutput }
    // A name that no file can have would only be refused when the work is done.
    guard let name = path.utf8.last, name != 0x2F else { throw .newFileRefused(errno: ENOENT) }
    do throws(Kernel.Errno) {
      guard try Kernel.status(of: path) == nil else { throw .exists }
    } catch .exists {
      throw .newFileExists
    } catch {
      throw .newFileRefused(errno: error.code)
    }
    (part, self.reserved) = (try FilePart(for: path), reserved)
    guard reserved > 0 else { return }
    do { try Kernel.reserve(part.descriptor, reserved) } catch {
      throw .storage(errno: error.code)
    }
  }

  func write(_ bytes: [UInt8]) throws(Fault) {
    waiting += bytes
    if waiting.count >= Self.room { try flush() }
  }

  func write(line: String) throws(Fault) { try write(Array(line.utf8) + [0x0a]) }

  /// Returns only when the disk has all of it, and the name of the file.
  func finish() throws(Fault) {
    try flush()
    do throws(Kernel.Errno) {
      if count < reserved { try Kernel.truncate(part.descriptor, to: count) }
    } catch {
      throw Fault.storage(errno: error.code).ofResult
    }
    do { try part.moveIntoPlace(isNew: true) } catch {
      throw error.status == .storage ? error.ofResult : error
    }
  }

  private func flush() throws(Fault) {
    do { try Kernel.write(waiting, to: part.descriptor) } catch {
      throw Fault.storage(errno: error.code).ofResult
    }
    count += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  /// Some results that belong together: each is made before any is written.
  ///
  /// - Throws: 73 where one of the names is taken; then none of the files is left.
  static func make(_ contents: [(path: String, bytes: [UInt8])]) throws(Fault) {
    let files = try contents.map { content throws(Fault) in try NewFile(content.path) }
    for (file, content) in zip(files, contents) { try file.write(content.bytes) }
    for file in files { try file.finish() }
  }

  /// Makes a directory for results, unless it is there.
  static func makeDirectory(_ path: String) throws(Fault) {
    do { try Kernel.makeDirectory(path, mode: 0o700) } catch .exists {} catch {
      throw .newFileRefused(errno: error.code)
    }
  }
}

extension Fault {
  /// What is written out was looked at before, and has its entry: that much was changed.
  fileprivate var ofResult: Fault {
    let isFull = details.contains {
      [.integer(Int(ENOSPC)), .integer(Int(EDQUOT))].contains($0.value)
    }
    return Fault(.storage, details: details) {
      isFull ? $0.fileNotWrittenFull : $0.fileNotWritten
    }
  }

  static let noStandardOutput = Fault(.usage, reason: "standard_output") { $0.noStandardOutput }

  static let newFileExists = Fault(.cannotCreate, reason: "exists") { $0.newFileExists }

  static func newFileRefused(errno: Int32) -> Fault {
    Fault(.cannotCreate, details: [.init("errno", .integer(Int(errno)))]) { $0.newFileRefused }
  }
}

extension Desk {
  /// Hands out a file of text: into the file that was named and the report on standard output; without one
  /// the text itself is the result, and with `--json` the report has it.
  func hand(_ bytes: [UInt8], to file: NewFile?, _ report: Report) throws(Fault) {
    if let file {
      try file.write(bytes)
      try file.finish()
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
