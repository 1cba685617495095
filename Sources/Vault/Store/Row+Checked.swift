import FoundationEssentials
import GRDB

/// A file that somebody edited can hold any type in any column; GRDB's subscripts would stop the
/// program there. These refuse instead, with SQLite's own word for a damaged file.
extension Row {
  func data(_ index: Int) throws(VaultError) -> Data {
    guard let value = Data.fromDatabaseValue(databaseValue(index)) else { throw .damagedRow }
    return value
  }

  func bytes(_ index: Int) throws(VaultError) -> [UInt8] { [UInt8](try data(index)) }

  /// Lends bytes where SQLite has them, for whoever reads a great many.
  func withBytes<Result>(
    _ index: Int, _ body: (Data) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try SQLiteFile.catching {
      try withUnsafeData(atIndex: index) { data in
        guard let data else { throw VaultError.damagedRow }
        return try body(data)
      }
    }
  }

  /// An integer as SQLite reads the column, whatever stands there: what is not one becomes another number. For a
  /// great many rows of which each must open under what it says.
  func readInt(_ index: Int) throws(VaultError) -> Int {
    guard let value = self[index] as Int? else { throw .damagedRow }
    return value
  }

  func int(_ index: Int) throws(VaultError) -> Int {
    guard let value = Int.fromDatabaseValue(databaseValue(index)) else { throw .damagedRow }
    return value
  }

  func integer<Value: FixedWidthInteger>(
    _ index: Int, as _: Value.Type = Value.self
  ) throws(VaultError) -> Value {
    guard let value = Value(exactly: try int(index)) else { throw .damagedRow }
    return value
  }

  func text(_ index: Int) throws(VaultError) -> String {
    guard let value = String.fromDatabaseValue(databaseValue(index)) else { throw .damagedRow }
    return value
  }

  /// A text that was selected with `CAST(… AS BLOB)`. SQLite counts what stands behind a NUL as of the text, and
  /// GRDB ends it there: in the tables of the log every byte counts.
  func wholeText(_ index: Int) throws(VaultError) -> String {
    String(decoding: try bytes(index), as: UTF8.self)
  }

  /// Nil for NULL.
  func optionalInt(_ index: Int) throws(VaultError) -> Int? {
    databaseValue(index).isNull ? nil : try int(index)
  }

  private func databaseValue(_ index: Int) -> DatabaseValue { self[index] }
}

extension VaultError {
  /// SQLITE_CORRUPT (11): a row that our own statements could not have written.
  static let damagedRow = VaultError.storage(code: 11)
}
