import AuditLog
import FoundationEssentials
import Sealing

/// Where a witness keeps its key and what it signed: a folder of its own for each name, readable by nobody
/// else. Whatever is written is on the disk before anything is done with it.
struct WitnessFolder {
  let path: String

  /// - Parameter data: the folder of this program's own data.
  init(of name: String, in data: String) {
    path = "\(data)/witness/\(Digest.of(Array(name.utf8)).identifier.hex)"
  }

  private var keyPath: String { path + "/key" }

  private func recordPath(of origin: String) -> String {
    "\(path)/\(Digest.of(Array(origin.utf8)).identifier.hex).seen"
  }

  /// The largest file here is a record: a note of a few lines.
  private static let limit = 1 << 16

  // MARK: Reading

  /// Nil where there is none yet. A file that is not a key is a refusal, not a fresh start.
  func key() throws(VaultError) -> WitnessKeyFile? {
    guard let bytes = try read(keyPath) else { return nil }
    guard let key = WitnessKeyFile(bytes: bytes) else { throw .witness(.unreadable) }
    return key
  }

  /// What was signed last for a log; nil where nothing was.
  func record(of origin: String) throws(VaultError) -> WitnessRecord? {
    guard let bytes = try read(recordPath(of: origin)) else { return nil }
    guard let record = try? WitnessRecord(parsing: bytes), record.head.origin == origin else {
      throw .witness(.unreadable)
    }
    return record
  }

  private func read(_ file: String) throws(VaultError) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let data = FileManager.default.contents(atPath: file), data.count <= Self.limit else {
      throw .witness(.unreadable)
    }
    return [UInt8](data)
  }

  // MARK: Writing

  func make() throws(VaultError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .witness(.unwritable) }
  }

  func keep(_ key: WitnessKeyFile) throws(VaultError) { try write(key.bytes, to: keyPath) }

  func keep(_ record: WitnessRecord) throws(VaultError) {
    try write(record.bytes, to: recordPath(of: record.head.origin))
  }

  /// A second head of a size that was signed, beside the first: together they prove that there are two logs.
  func keep(otherHead note: SignedNote, _ head: Checkpoint) throws(VaultError) {
    let name = Digest.of(note.bytes).identifier.hex
    try write(note.bytes, to: "\(path)/split-\(head.size)-\(name).checkpoint")
  }

  private func write(_ bytes: [UInt8], to file: String) throws(VaultError) {
    do { try FileReplacement.write(bytes, to: file, isDurable: true) } catch {
      throw .witness(.unwritable)
    }
  }

  /// Runs the body while no other process signs for this name.
  func alone<Result>(
    _ body: () throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    guard let turn = FolderTurn(of: path) else { throw .witness(.unlockable) }
    guard turn.take(patience: .seconds(SQLiteFile.patience), isRequired: true) else {
      throw .witness(.unlockable)
    }
    defer { turn.giveBack() }
    return try body()
  }
}
