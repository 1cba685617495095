import AuditLog
import FoundationEssentials
import Sealing

/// The records that a restore begins with: those of a backup, or as they are the ones of a vault whose custody is lost.
struct BroughtRecords {
  /// Nil for those of a vault: nobody signed a manifest of them, and the head of their log is what they are held against.
  let backup: BackupFile?
  let head: Checkpoint
  /// The head, with its signatures.
  let note: [UInt8]
  /// SHA-256 of the backup; of a vault's records that of the copy as it was taken.
  let digest: Digest

  private init(_ backup: BackupFile) {
    (self.backup, head, note) = (backup, backup.head, backup.checkpoint.bytes)
    digest = backup.digest
  }

  /// Reads a backup, or finds the records file of a vault, and only then asks where it is to be put.
  ///
  /// - Throws: `.backup`; `logBroken` where the records of a vault have no head.
  init(
    _ path: String, into place: () throws(VaultError) -> String
  ) throws(VaultError) {
    if let records = try Self.records(at: path) {
      try self.init(copying: records, to: place())
      return
    }
    self.init(
      try VaultError.ofBackup { () throws(BackupFault) in try BackupFile(path, .records) })
    try backup?.extract(to: place())
  }

  /// Which log it says that it is of; nothing of it is proved yet.
  static func origin(of path: String) throws(VaultError) -> String {
    guard let records = try records(at: path) else {
      return try VaultError.ofBackup { () throws(BackupFault) in try BackupFile.origin(of: path) }
    }
    return try reading {
      () throws(VaultError) in
      let store = try Store(opening: records, isExamined: true)
      return try head(store.look { tx throws(VaultError) in try tx.head() }).checkpoint.origin
    }
  }

  /// While others may work there, at one moment.
  private init(copying path: String, to place: String) throws(VaultError) {
    let (head, note) = try Self.reading { () throws(VaultError) in
      let store = try Store(opening: path, isExamined: true)
      return try Self.head(
        store.copy(to: place, { _ in }, beside: { tx throws(VaultError) in try tx.head() }))
    }
    (backup, self.head, self.note) = (nil, head, note)
    do { digest = try PieceReader(place).digest().digest } catch { throw .backup(.unreadable) }
  }

  private static func head(
    _ head: Transaction.Head?
  ) throws(VaultError) -> (checkpoint: Checkpoint, note: [UInt8]) {
    guard let head, let note = try? SignedNote(parsing: head.note),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else { throw .logBroken(at: nil) }
    return (checkpoint, head.note)
  }

  private static func reading<Result>(
    _ body: () throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch {
      guard error.isDamage || error == .notAVault else { throw error }
      throw .backup(.integrity)
    }
  }

  /// The records file that a path names, or that lies in the directory which it names; nil where neither is one.
  ///
  /// - Throws: `.backup` with `kind` for a custody file.
  private static func records(at path: String) throws(VaultError) -> String? {
    let file = FileState(of: path)?.isFolder == true ? VaultFolder(path).records : path
    switch applicationID(of: file) {
    case Schema.applicationID: return file
    case CustodySchema.applicationID: throw .backup(.kind)
    default: return nil
    }
  }

  /// Of an SQLite file (sqlite.org/fileformat2.html, "The Database Header").
  private static func applicationID(of path: String) -> Int64? {
    guard let header = try? PieceReader(path).read(100), header.count == 100,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    return header[68..<72].reduce(0) { $0 << 8 | Int64($1) }
  }
}
