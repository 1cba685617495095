import FoundationEssentials
import GRDB
import Sealing

/// How both files are opened, checked and committed.
enum SQLiteFile {
  /// How the rollback journal ends. TRUNCATE with synchronous=EXTRA syncs after truncation, so a
  /// journal cannot come back and undo the last commit. Custody keeps its journal (PERSIST) and
  /// overwrites it: truncation would leave destroyed keys on the device.
  enum Journal: String { case truncate, persist }

  /// Seconds that a command waits for another process.
  static let patience = 30.0

  /// - Parameter isExamined: what is left of a damaged file is read: SQLite itself refuses whatever is
  ///   shorter than it was. Nothing is written then (`check`).
  static func open(
    _ path: String, journal: Journal, isExamined: Bool = false
  ) throws(VaultError) -> DatabaseQueue {
    var configuration = Configuration()
    let patience = Patience(.seconds(patience))
    configuration.busyMode = .callback { patience.mayLookAgain(after: $0) }
    configuration.journalMode = .default
    configuration.prepareDatabase { db in
      if isExamined { try db.execute(sql: "PRAGMA query_only=ON; PRAGMA writable_schema=ON") }
      for (pragma, value) in pragmas(journal) {
        try db.execute(sql: "PRAGMA \(pragma)=\(value)")
      }
      try checkPragmas(db, journal)
    }
    return try catching { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// 16 MiB of pages at most (a negative number is KiB): an import touches eight tables a case, and
  /// with SQLite's own 2 MiB it writes many pages out and reads them back before the commit.
  private static let cache = "-16384"

  private static func pragmas(_ journal: Journal) -> [(String, String)] {
    [
      ("journal_mode", journal.rawValue), ("synchronous", "EXTRA"), ("secure_delete", "ON"),
      ("foreign_keys", "ON"), ("trusted_schema", "OFF"), ("mmap_size", "0"),
      ("temp_store", "MEMORY"), ("cell_size_check", "ON"), ("cache_size", cache),
    ]
  }

  /// A pragma that SQLite did not take says nothing; ask what is in force.
  private static func checkPragmas(_ db: Database, _ journal: Journal) throws {
    let inForce: [(String, String)] = [
      ("journal_mode", journal.rawValue), ("synchronous", "3"), ("secure_delete", "1"),
      ("foreign_keys", "1"), ("trusted_schema", "0"), ("temp_store", "2"),
    ]
    for (pragma, expected) in inForce {
      let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
      guard found == expected else { throw VaultError.storage(code: ResultCode.misuse) }
    }
  }

  static func create(
    _ queue: DatabaseQueue, applicationID: Int64, format: Int64, schema: [String]
  ) throws(VaultError) {
    try transaction(queue, .immediate) { db throws(VaultError) in
      try catching {
        try db.execute(sql: "PRAGMA application_id=\(applicationID)")
        try db.execute(sql: "PRAGMA user_version=\(format)")
        for statement in schema { try db.execute(sql: statement) }
      }
    }
  }

  /// - Parameter schema: the tables that must be there, exactly; nil to open the file whatever they
  ///   are, for looking at what was done to it.
  static func check(
    _ queue: DatabaseQueue, applicationID: Int64, format: Int64, schema: [String]?
  ) throws(VaultError) {
    try transaction(queue, .deferred) { db throws(VaultError) in
      try catching {
        let found = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard found == applicationID else { throw VaultError.notAVault }
        let version = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= format else { throw VaultError.newerFormat(found: Int(version)) }
        guard let schema else { return }
        // A file of an older format was brought on, or its tables are not those of its format.
        guard version == format, try tables(db) == schema.sorted()
        else { throw VaultError.schemaAltered }
      }
    }
  }

  static func format(_ db: Database) throws(VaultError) -> Int64 {
    try catching { try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
  }

  static func isOurs(_ db: Database) throws(VaultError) -> Bool {
    try catching {
      try Int64.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
    }
  }

  static func has(_ db: Database, _ schema: [String]) throws(VaultError) -> Bool {
    try catching { try tables(db) == schema.sorted() }
  }

  static func isAltered(_ queue: DatabaseQueue, _ schema: [String]) throws(VaultError) -> Bool {
    try transaction(queue, .deferred) { db throws(VaultError) in
      try catching { try tables(db) != schema.sorted() }
    }
  }

  private static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").sorted()
  }

  static func transaction<Result>(
    _ queue: DatabaseQueue, _ kind: Database.TransactionKind,
    _ body: (Database) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    var result: Result?
    try catching {
      try queue.inTransaction(kind) { db in
        result = try body(db)
        return .commit
      }
    }
    // The closure ran to its end, or we would have thrown.
    guard let result else { throw .storage(code: ResultCode.misuse) }
    return result
  }

  /// A look that a change may interrupt (`apart`): GRDB's own transaction block could not be left and
  /// entered again.
  static func looking<Result>(
    _ queue: DatabaseQueue, _ body: (Database) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try catching {
      try queue.writeWithoutTransaction { db in
        try db.beginTransaction(.deferred)
        // Nothing was written in it, so there is nothing to commit.
        defer { try? db.rollback() }
        return try body(db)
      }
    }
  }

  /// Ends the look that is under way, makes a change in a transaction of its own, and begins another
  /// look: a change must not start from what was read before, and must not wait for the look's end.
  static func apart<Result>(
    _ db: Database, _ body: () throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    var result: Result?
    try catching {
      try db.rollback()
      // Begun again whatever happens: whoever holds the look ends it.
      let outcome = Swift.Result {
        try db.inTransaction(.immediate) {
          result = try body()
          return .commit
        }
      }
      try db.beginTransaction(.deferred)
      try outcome.get()
    }
    guard let result else { throw .storage(code: ResultCode.misuse) }
    return result
  }

  /// Whether a file or its journal holds any of what was destroyed. Not while a transaction is open here:
  /// closing a second handle on the file takes away SQLite's own locks (fcntl(2), "Record locking").
  static func isLeft(_ scan: ByteScan, in path: String) throws(VaultError) -> Bool {
    for file in [path, path + "-journal"] {
      let found = try VaultError.sealing { () throws(SealingError) in try scan.finds(in: file) }
      guard let found else { throw .readOnly }
      if found { return true }
    }
    return false
  }

  /// Writes every page anew (VACUUM).
  static func rewrite(_ queue: DatabaseQueue) throws(VaultError) {
    try catching {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
      }
    }
  }

  static func catching<Result>(_ body: () throws -> Result) throws(VaultError) -> Result {
    do {
      return try body()
    } catch let error as VaultError {
      throw error
    } catch {
      throw code(of: error)
    }
  }

  /// SQLite's code alone: its messages can hold paths, and GRDB's can hold bound values.
  static func code(of error: any Error) -> VaultError {
    guard let error = error as? DatabaseError else { return .storage(code: ResultCode.misuse) }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .lockedByAnotherProcess
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly
    case .SQLITE_FULL: .storageFull
    case .SQLITE_NOTADB: .notAVault
    default: .storage(code: error.extendedResultCode.rawValue)
    }
  }

  /// SQLITE_MISUSE: the program, not the disk, is at fault.
  private enum ResultCode { static let misuse: Int32 = 21 }
}
