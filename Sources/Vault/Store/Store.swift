import GRDB
import Sealing

/// The records file: one SQLite database for the sealed data and the log. Everything that is SQL
/// stands in this folder; the rest of the Vault asks in its own words.
final class Store {
  let queue: DatabaseQueue
  private let path: String
  /// Writers line up here before they ask SQLite, which would let them sleep and race.
  private let turn: FolderTurn?

  /// Opens a file that exists and is ours, with every pragma checked.
  ///
  /// - Parameter isExamined: whatever its tables are; nothing is written then.
  init(opening path: String, isExamined: Bool = false) throws(VaultError) {
    self.path = path
    turn = Self.turn(at: path)
    queue = try SQLiteFile.open(path, journal: .truncate, isExamined: isExamined)
    if !isExamined { try migrate() }
    try SQLiteFile.check(
      queue, applicationID: Schema.applicationID, format: Schema.format,
      schema: isExamined ? nil : Schema.statements)
  }

  /// The vault's directory.
  var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// Whether the tables are not the ones that this program makes, or made for the format that the file is in.
  func isSchemaAltered() throws(VaultError) -> Bool {
    try SQLiteFile.isAltered(queue, Schema.statements(ofFormat: format()))
  }

  func format() throws(VaultError) -> Int64 {
    try SQLiteFile.transaction(queue, .deferred) { db throws(VaultError) in
      try SQLiteFile.format(db)
    }
  }

  /// Brings a file of an earlier format to the present one, in one transaction: whoever is interrupted finds
  /// it as it was. A file whose tables are not those of its format is left alone and refused.
  private func migrate() throws(VaultError) {
    guard try Schema.earlier.contains(format()) else { return }
    try transaction { tx throws(VaultError) in
      let found = try SQLiteFile.format(tx.db)
      // Another process may have been first.
      guard Schema.earlier.contains(found), try SQLiteFile.isOurs(tx.db) else { return }
      guard try SQLiteFile.has(tx.db, Schema.statements(ofFormat: found)) else { return }
      if found < 2 { try tx.replaceUnusedOutside() }
      if found < 3 {
        try tx.addProposals()
        try tx.addRestricted()
      }
      if found < 4 { try tx.addSegments() }
      if found < 5 {
        try tx.addDrafts()
        try tx.addEvidence()
      }
      try tx.setFormat()
    }
  }

  /// Makes the tables in a new, empty file.
  init(creating path: String) throws(VaultError) {
    self.path = path
    turn = Self.turn(at: path)
    queue = try SQLiteFile.open(path, journal: .truncate)
    try SQLiteFile.create(
      queue, applicationID: Schema.applicationID, format: Schema.format, schema: Schema.statements)
  }

  /// Whether the file or its journal holds any of what was destroyed.
  func holds(_ scan: ByteScan) throws(VaultError) -> Bool {
    try SQLiteFile.isLeft(scan, in: path)
  }

  /// Writes the whole file anew.
  func rewrite() throws(VaultError) { try SQLiteFile.rewrite(queue) }

  /// One transaction that takes the write lock first, so that what is read in it is still true
  /// when it commits. On an error nothing was written. The body must not show anything to anyone:
  /// only the return of this call says that the commit is on disk.
  func transaction<Result>(
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    // SQLite's lock is what counts: the turn only keeps those who wait away from it, because each of
    // their looks would hold up the very commit they wait for.
    if let turn, !turn.take(patience: .seconds(SQLiteFile.patience)) {
      throw .lockedByAnotherProcess
    }
    defer { turn?.giveBack() }
    return try SQLiteFile.transaction(queue, .immediate) { db throws(VaultError) in
      try body(Transaction(db))
    }
  }

  /// The folder itself is what is locked: closing a second handle on the database would take away
  /// SQLite's own locks (fcntl(2), "Record locking").
  private static func turn(at path: String) -> FolderTurn? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = String(path[..<slash])
    // In one that is on its way nobody else works; whoever makes it holds its turn all the while.
    return folder.hasSuffix(VaultFiles.partSuffix) ? nil : FolderTurn(of: folder)
  }

  /// A consistent look without the write lock.
  func look<Result>(
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try SQLiteFile.transaction(queue, .deferred) { db throws(VaultError) in
      try body(Transaction(db))
    }
  }
}
