import BareSQLite

/// SQLite as it comes, with the pragmas that the vault sets, and one table of blobs.
final class BareDatabase {
  private var handle: OpaquePointer?

  init(path: String) throws {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw BenchError.database(1) }
    sqlite3_busy_timeout(handle, 30_000)
    try run("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON")
    try run("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0")
    try run("CREATE TABLE IF NOT EXISTS row(id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
  }

  deinit {
    sqlite3_close(handle)
  }

  /// One row of `length` bytes in a transaction of its own: the least that makes anything durable.
  func commitRow(length: Int) throws {
    try run("BEGIN IMMEDIATE; INSERT INTO row(body) VALUES (randomblob(\(length))); COMMIT")
  }

  /// Many rows in one transaction, through one prepared statement.
  func commitRows(_ count: Int, length: Int) throws {
    try run("BEGIN IMMEDIATE")
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, "INSERT INTO row(body) VALUES (randomblob(?))", -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    for _ in 0..<count {
      sqlite3_bind_int64(statement, 1, Int64(length))
      guard sqlite3_step(statement) == SQLITE_DONE else { throw BenchError.database(2) }
      sqlite3_reset(statement)
    }
    try run("COMMIT")
  }

  private func run(_ statements: String) throws {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw BenchError.database(code) }
  }
}
