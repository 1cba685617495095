import AuditLog
import Sealing

/// A backup on its way: the copy of the database beside the place that it is for, then the file made of it,
/// read back, and only then given its name.
final class BackupDraft {
  let kind: BackupKind
  private let file: FileDraft
  private let copy: FileDraft
  private var digest: Digest?

  /// Where SQLite puts the copy.
  var copyPath: String { copy.path }

  /// - Throws: `.backup` with `exists` or `unwritable`.
  init(_ kind: BackupKind, for target: String) throws(VaultError) {
    self.kind = kind
    file = try VaultError.writing { () throws(FileReplacement.Failure) in
      try FileDraft(for: target)
    }
    copy = try VaultError.writing { () throws(FileReplacement.Failure) in
      try FileDraft(for: target)
    }
  }

  /// Makes the file of the copy, signs what it says of itself, and holds what the disk gives back against
  /// what was written.
  ///
  /// - Returns: SHA-256 of the file, and how many bytes it has.
  func finish(
    _ manifest: BackupManifest, _ checkpoint: [UInt8], signer: borrowing SigningKey
  ) throws(VaultError) -> (digest: Digest, count: Int) {
    guard let checkpoint = try? SignedNote(parsing: checkpoint) else { throw .logBroken(at: nil) }
    try VaultError.writing { () throws(FileReplacement.Failure) in try copy.sync() }
    var manifest = manifest
    (manifest.digest, manifest.count) = try Self.reading { () throws(PlainFile.Failure) in
      try PieceReader(copy.path).digest()
    }
    manifest.checkpoint = Digest.of(checkpoint.bytes)
    let prelude = BackupFile.prelude(try manifest.signed(by: signer), checkpoint)
    try fill(with: prelude)
    let written: BackupFile
    do { written = try BackupFile(file.path, kind) } catch { throw .backup(.notWritten) }
    guard written.manifest == manifest else { throw .backup(.notWritten) }
    return (written.digest, prelude.count + manifest.count)
  }

  private func fill(with prelude: [UInt8]) throws(VaultError) {
    try write(prelude)
    let reader = try Self.reading { () throws(PlainFile.Failure) in try PieceReader(copy.path) }
    while case let bytes = try Self.reading({ () throws(PlainFile.Failure) in try reader.read() }),
      !bytes.isEmpty
    {
      try write(bytes)
    }
    try VaultError.writing { () throws(FileReplacement.Failure) in try file.sync() }
  }

  private func write(_ bytes: [UInt8]) throws(VaultError) {
    try VaultError.writing { () throws(FileReplacement.Failure) in try file.write(bytes) }
  }

  /// Gives it its name.
  func publish() throws(VaultError) {
    try VaultError.writing { () throws(FileReplacement.Failure) in try file.publish() }
  }

  private static func reading<Result>(
    _ body: () throws(PlainFile.Failure) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch { throw .backup(.unreadable) }
  }
}
