import FoundationEssentials
import GRDB

/// What can be asked of the records file inside one transaction. The questions themselves stand in
/// extensions, one file a subject.
struct Transaction {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Runs one statement from the cache. Arguments are bound, never spliced, and never appear in
  /// an error: GRDB's own description of an error is not shown to anyone.
  func run(_ sql: String, _ arguments: StatementArguments) throws(VaultError) {
    try catching {
      // Not bound beforehand: this way SQLite reads blobs where they lie and copies none.
      try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
  }

  /// The first row, if there is one.
  func row(_ sql: String, _ arguments: StatementArguments = []) throws(VaultError) -> Row? {
    try catching {
      try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
  }

  /// Every row: only for questions whose answer is small (one case, one member).
  func rows(_ sql: String, _ arguments: StatementArguments = []) throws(VaultError) -> [Row] {
    try catching {
      try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }
  }

  /// Each row in turn, for answers of any size.
  func each(
    _ sql: String, _ arguments: StatementArguments = [],
    _ body: (Row) throws(VaultError) -> Void
  ) throws(VaultError) {
    try catching {
      let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
      while let row = try cursor.next() { try body(row) }
    }
  }

  private func catching<Result>(_ body: () throws -> Result) throws(VaultError) -> Result {
    do {
      return try body()
    } catch let error as VaultError {
      throw error
    } catch {
      throw SQLiteFile.code(of: error)
    }
  }
}
