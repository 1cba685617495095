import CLinux
import Glibc

/// What a command takes with `--from`: a file, or standard input as `-`.
enum InputFile {
  /// The whole of what was kept or brought on a stick: pins, keys, requests, answers.
  ///
  /// Throws also 66 for what is no plain file: a pipe that somebody put there would be waited for without end.
  static func readPlain(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    guard path != "-" else { return try read(0, limit: limit) }
    let descriptor = try openPlain(path, orThrow: .notAPlainFile)
    defer { Kernel.close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  /// A file that standard input cannot stand in for. Whoever calls this closes it.
  ///
  /// - Throws: 66 where there is no such file, and for what is no plain file.
  static func openPlain(
    _ path: String, orThrow strange: Fault = .strangeFile
  ) throws(Fault) -> Int32 {
    guard let descriptor = try? Kernel.open(path, O_RDONLY | O_NONBLOCK) else {
      throw .fileNotFound
    }
    let mode = clinux_fstat(descriptor).mode
    guard clinux_is_regular(mode) != 0 else {
      Kernel.close(descriptor)
      throw clinux_is_directory(mode) != 0 ? .notAFile : strange
    }
    return descriptor
  }

  /// The whole of it.
  ///
  /// `limit`: in bytes; more is refused, not cut.
  /// Throws 66 where there is no such file or a directory, 65 where it is larger, 74 where it cannot be read.
  static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    guard path != "-" else { return try read(0, limit: limit) }
    guard let descriptor = try? Kernel.open(path, O_RDONLY) else { throw .fileNotFound }
    defer { Kernel.close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  private static func read(_ descriptor: Int32, limit: Int) throws(Fault) -> [UInt8] {
    do {
      return try Kernel.readAll(descriptor, limit: limit)
    } catch .tooLarge {
      throw .inputTooLarge(limit: limit)
    } catch .isDirectory {
      throw .notAFile
    } catch {
      throw .storage(errno: error.code)
    }
  }
}

extension Fault {
  static let notAFile = Fault(.notFound, reason: "directory") { $0.notAFile }

  /// A pipe or a device.
  static let notAPlainFile = Fault(.notFound, reason: "strange") { $0.notAPlainFile }

  /// The same where standard input does not serve either.
  static let strangeFile = Fault(.notFound, reason: "strange") { $0.strangeFile }

  static func inputTooLarge(limit: Int) -> Fault {
    Fault(.badData, details: [.init("limit", .integer(limit))]) { $0.inputTooLarge(limit: limit) }
  }
}
