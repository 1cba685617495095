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

  /// Another's file, to count what is in it.
  init(reading path: String) throws {
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK
    else { throw BenchError.database(1) }
  }

  deinit {
    sqlite3_close(handle)
  }

  /// One row of `length` bytes in a transaction of its own: the least that makes anything durable.
  func commitRow(length: Int) throws {
    try run("BEGIN IMMEDIATE; INSERT INTO row(body) VALUES (randomblob(\(length))); COMMIT")
  }

  /// Many things in one transaction.
  func together(_ body: () throws -> Void) throws {
    try run("BEGIN IMMEDIATE")
    try body()
    try run("COMMIT")
  }

  /// Rows of one length, through one prepared statement.
  func insertRows(_ count: Int, length: Int) throws {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, "INSERT INTO row(body) VALUES (?)", -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    let body = [UInt8](repeating: 9, count: length)
    for _ in 0..<count {
      sqlite3_bind_blob(statement, 1, body, Int32(length), Self.copied)
      guard sqlite3_step(statement) == SQLITE_DONE else { throw BenchError.database(2) }
      sqlite3_reset(statement)
    }
  }

  /// SQLITE_TRANSIENT, which C spells as a cast.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Two numbers a row.
  func pairs(_ question: String) throws -> [(Int, Int)] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, question, -1, &statement, nil) == SQLITE_OK
    else { throw BenchError.database(3) }
    defer { sqlite3_finalize(statement) }
    var found: [(Int, Int)] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      found.append(
        (Int(sqlite3_column_int64(statement, 0)), Int(sqlite3_column_int64(statement, 1))))
    }
    return found
  }

  private func run(_ statements: String) throws {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw BenchError.database(code) }
  }
}
