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

  /// Puts the file in the place of the one that is there, if any.
  static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
    let part = try FilePart(for: path)
    do { try Kernel.write(bytes, to: part.descriptor) } catch { throw .storage(errno: error.code) }
    try part.moveIntoPlace(isNew: false)
  }
}
