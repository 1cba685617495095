import AuditLog
import Sealing

extension VaultError {
  /// The reason of a refusal as the log writes it (`why`); nil for everything that is no refusal.
  ///
  /// The porch and Casework do not know the log's own words: under MemberImportVisibility they can
  /// hold a `Refusal` but not ask it anything.
  public var refusalCode: String? {
    switch self {
    case .denied(let reason, _), .refusedWithin(let reason): reason.rawValue
    case .emergencyState: Refusal.state.rawValue
    default: nil
    }
  }

  /// Whether a file has a form that SQLite, or this program, does not write: SQLITE_CORRUPT, whatever
  /// more it says in the upper bytes, a read that ended before the page did
  /// (SQLITE_IOERR_SHORT_READ), or what stands in a vault's place and is no database. The disk may be well.
  public var isDamage: Bool {
    guard case .storage(let code) = self else { return false }
    return [11, 26].contains(code & 0xff) || code == 522
  }

  /// One of a vault's two files is not there, or is no database of ours, and the other one is: SQLITE_NOTADB.
  static let noDatabase = VaultError.storage(code: 26)
}

extension Vault {
  /// The newest format of a vault's files that this program reads (`PRAGMA user_version`).
  public static var newestFormat: Int { Int(Schema.format) }

  /// Seconds that a command waits for another process.
  public static var patience: Int { Int(SQLiteFile.patience) }

  /// What this account's files about a handle are called, in hexadecimal: the salted hash that also
  /// stands in the log. It says nothing to those who have no handle to try.
  public func fileName(of handle: String) -> String { custody.who(handle).identifier.hex }
}
