/// The one file of results that is written again: pins are added to it, and none is ever lost from it.
/// It is there as it was or as it is to be, never half of it.
enum GrowingFile {
  /// What is in it; nil where there is none.
  static func contents(_ path: String, limit: Int) throws(Fault) -> [UInt8]? {
    do { if try Kernel.status(of: path) == nil { return nil } } catch {
      // What cannot be looked at counts as there: the reading says why it cannot be read.
    }
    return try InputFile.readPlain(path, limit: limit)
  }

  /// Tells, before anybody types a passphrase, what can be neither read nor made.
  ///
  /// - Throws: 73 where the directory is not there, or is none of ours.
  static func check(_ path: String, limit: Int) throws(Fault) {
    Kernel.close(try lock(path))
    _ = try contents(path, limit: limit)
  }

  private static func lock(_ path: String) throws(Fault) -> Int32 {
    do { return try Kernel.lockDirectory(of: path) } catch {
      throw .newFileRefused(errno: error.code)
    }
  }

  /// Reads it, makes what it is to be and puts that in its place, while nobody else does: of two who add at
  /// the same time each finds what the other added. The directory is what is locked, for the file itself is
  /// replaced.
  static func grow<Value>(
    _ path: String, limit: Int,
    _ body: (_ before: [UInt8]?, _ put: ([UInt8]) throws(Fault) -> Void) throws -> Value
  ) throws -> Value {
    let lock = try lock(path)
    defer { Kernel.close(lock) }
    return try body(contents(path, limit: limit)) { bytes throws(Fault) in try put(bytes, at: path)
    }
  }

  /// Puts the file in the place of the one that is there, if any.
  static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
    let part = try FilePart(for: path)
    do throws(Fault) {
      do { try Kernel.write(bytes, to: part.descriptor) } catch {
        throw .storage(errno: error.code)
      }
      try part.moveIntoPlace(isNew: false)
    } catch {
      // What is put there has its entry: that much was changed.
      throw error.status == .storage ? error.told { $0.fileNotGrown } : error
    }
  }
}
