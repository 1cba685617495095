import GRDB
import Sealing

/// Copies of a database file that others go on writing (SQLite's online backup).
enum SQLiteCopy {
  /// Pages copied between two looks of others: 4 MiB.
  private static let step: CInt = 1_024
  /// How often the copying may begin again before it keeps others waiting.
  private static let patience = 3

  /// Whoever writes makes SQLite begin again; somebody always does, and the copy would never end.
  private struct TooOften: Error {}

  /// The whole file as the transaction at hand sees it; nobody writes until it is done.
  static func copy(
    _ db: Database, to path: String, _ progress: @escaping (Int) -> Void = { _ in }
  ) throws(VaultError) {
    try SQLiteFile.catching {
      try open(path).writeWithoutTransaction { copy in
        try db.backup(to: copy)
        progress(try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0)
      }
    }
  }

  /// The same in pieces, between which others write.
  ///
  /// - Returns: false where they wrote so often that it was given up.
  static func copyInPieces(
    _ queue: DatabaseQueue, to path: String, _ progress: @escaping (Int) -> Void
  ) throws(VaultError) -> Bool {
    var pages = 0
    do {
      try queue.writeWithoutTransaction { db in
        try open(path).writeWithoutTransaction { copy in
          try db.backup(to: copy, pagesPerStep: step) { state in
            pages += Int(step)
            progress(min(state.completedPageCount, state.totalPageCount))
            guard pages <= (state.totalPageCount + Int(step)) * patience else { throw TooOften() }
          }
        }
      }
      return true
    } catch is TooOften {
      return false
    } catch { throw SQLiteFile.code(of: error) }
  }

  /// What SQLite says of a file: every page, every index, every row of a STRICT table.
  static func isSound(_ queue: DatabaseQueue) throws(VaultError) -> Bool {
    try SQLiteFile.catching {
      try queue.read { db in
        try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"]
      }
    }
  }

  /// The log's head in a copy.
  static func head(in path: String) throws(VaultError) -> Transaction.Head? {
    try SQLiteFile.transaction(try opened(path), .deferred) { db throws(VaultError) in
      try Transaction(db).head()
    }
  }

  static func isSound(_ path: String) throws(VaultError) -> Bool { try isSound(opened(path)) }

  /// The same of a file that others use, and that is not to be written to.
  static func isSound(examined path: String) throws(VaultError) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(SQLiteFile.patience)
    let settings = configuration
    return try isSound(
      SQLiteFile.catching { try DatabaseQueue(path: path, configuration: settings) })
  }

  private static func opened(_ path: String) throws(VaultError) -> DatabaseQueue {
    try SQLiteFile.catching { try open(path) }
  }

  /// A copy needs no journal on the disk: what is not finished is thrown away, and what is is synced whole. The one in
  /// memory makes a copy that was given up an empty file again, into which the next is made: without it SQLite leaves what
  /// was begun (sqlite.org/pragma.html, "journal_mode"), which is no database.
  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
