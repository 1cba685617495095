import AuditLog
import Sealing

/// A backup as it lies on a disk: label, manifest, checkpoint, and the copy of one database file.
///
/// It is believed in nothing but what was computed from it: the content by its hash, the manifest by a
/// signature that only the log inside can vouch for.
struct BackupFile {
  let manifest: BackupManifest
  let signed: SignedNote
  let checkpoint: SignedNote
  let head: Checkpoint
  /// SHA-256 of the whole file, which the log states.
  let digest: Digest
  private let path: String
  private let start: Int

  /// The label, and two bytes of zero.
  static let label = Array("safekeep-backup/v1".utf8) + [0, 0]
  static let noteLimit = 1 << 16

  /// What stands before the content.
  static func prelude(_ manifest: SignedNote, _ checkpoint: SignedNote) -> [UInt8] {
    var out = label
    out.append(prefixed: manifest.bytes)
    out.append(prefixed: checkpoint.bytes)
    return out
  }

  /// Whether a file begins as one.
  static func isOne(_ path: String) -> Bool {
    (try? PieceReader(path).read(label.count)) == label
  }

  /// The name of the log that a backup says it has; nothing of it is proved yet.
  static func origin(of path: String) throws(BackupFault) -> String {
    let reader = try opening { () throws(PlainFile.Failure) in try PieceReader(path) }
    var whole = DigestContext()
    guard try take(label.count, reader, &whole) == label,
      let manifest = BackupManifest(parsing: try note(reader, &whole).text)
    else { throw .form }
    return manifest.origin
  }

  /// Reads all of it and holds every hash against it.
  init(_ path: String, _ kind: BackupKind) throws(BackupFault) {
    self.path = path
    let reader = try Self.opening { () throws(PlainFile.Failure) in try PieceReader(path) }
    var whole = DigestContext()
    guard try Self.take(Self.label.count, reader, &whole) == Self.label else { throw .form }
    let notes = (try Self.note(reader, &whole), try Self.note(reader, &whole))
    (signed, checkpoint) = notes
    start = Self.prelude(signed, checkpoint).count
    guard let manifest = BackupManifest(parsing: signed.text),
      let head = try? Checkpoint(parsing: checkpoint.text)
    else { throw .form }
    guard manifest.kind == kind else { throw .kind }
    guard manifest.checkpoint == Digest.of(checkpoint.bytes), head.origin == manifest.origin,
      head.size == manifest.entries
    else { throw .damaged }
    var content = DigestContext()
    var count = 0
    try Self.eachPiece(reader) { bytes in
      whole.update(bytes)
      content.update(bytes)
      count += bytes.count
    }
    guard count == manifest.count, content.finish() == manifest.digest else { throw .damaged }
    (self.manifest, self.head, digest) = (manifest, head, whole.finish())
  }

  /// Writes the content into a file that is there and empty; it is held against its hash once more, for it
  /// may have been exchanged since it was read.
  func extract(to place: String) throws(VaultError) {
    let reader = try VaultError.ofBackup { () throws(BackupFault) in
      try Self.opening { () throws(PlainFile.Failure) in try PieceReader(path) }
    }
    var content = DigestContext()
    _ = try? reader.read(start)
    let file = try VaultError.writing { () throws(FileReplacement.Failure) in
      try FileFilling(place)
    }
    var isFull = false
    do throws(BackupFault) {
      try Self.eachPiece(reader) { bytes throws(BackupFault) in
        content.update(bytes)
        do throws(FileReplacement.Failure) { try file.write(bytes) } catch {
          isFull = error.isFullDisk
          throw .unwritable
        }
      }
    } catch { throw isFull ? .storageFull : .backup(error) }
    guard content.finish() == manifest.digest else { throw .backup(.damaged) }
    try VaultError.writing { () throws(FileReplacement.Failure) in try file.sync() }
  }

  // MARK: Pieces

  private static func opening<Result>(
    _ body: () throws(PlainFile.Failure) -> Result
  ) throws(BackupFault) -> Result {
    do { return try body() } catch {
      switch error {
      case .missing: throw .missing
      case .strange: throw .strange
      case .tooLarge, .system: throw .unreadable
      }
    }
  }

  private static func take(
    _ count: Int, _ reader: PieceReader, _ whole: inout DigestContext
  ) throws(BackupFault) -> [UInt8] {
    let bytes = try opening { () throws(PlainFile.Failure) in try reader.read(count) }
    guard bytes.count == count else { throw .form }
    whole.update(bytes)
    return bytes
  }

  private static func note(
    _ reader: PieceReader, _ whole: inout DigestContext
  ) throws(BackupFault) -> SignedNote {
    var length = ByteReader(try take(4, reader, &whole))
    guard let count: UInt32 = length.integer(), (1...noteLimit).contains(Int(count))
    else { throw .form }
    let bytes = try take(Int(count), reader, &whole)
    // A name that Unicode spells in two ways would be read as the same: every byte counts here.
    guard let note = try? SignedNote(parsing: bytes), note.bytes == bytes else { throw .form }
    return note
  }

  private static func eachPiece(
    _ reader: PieceReader, _ body: ([UInt8]) throws(BackupFault) -> Void
  ) throws(BackupFault) {
    while case let bytes = try opening({ () throws(PlainFile.Failure) in try reader.read() }),
      !bytes.isEmpty
    {
      try body(bytes)
    }
  }
}
