/// Why a backup is not made, or nothing is restored from one.
public enum BackupFault: Error, Hashable, Sendable {
  // Files.
  case missing
  /// A pipe, a device, a folder.
  case strange
  case unreadable
  /// It is no backup of this program.
  case form
  /// Its content or its manifest is not what was written.
  case damaged
  /// Nobody of the log that it holds signed its manifest.
  case unsigned
  /// A backup of custody where one of the records is asked for, or the other way round.
  case kind
  /// SQLite finds the copy damaged.
  case integrity
  /// What was written reads back as something else.
  case notWritten
  /// A name that is taken.
  case exists
  case unwritable

  // What belongs together.
  /// Two files of two vaults.
  case otherVault
  /// Custody and records are of two times, and the office's own keys do not fit each other.
  case custodyApart
  /// So many cases would not open with this custody.
  case keysMissing(cases: Int)
  /// Custody has not destroyed what these records say is destroyed: it is of before them. So many cases would not open.
  case custodyBehind(custody: Int, records: Int, cases: Int)
  /// What was named as a newer log is none, or cannot be read as one.
  case newerLog
  /// Who restores is not an administrator by the log that is restored, nor a trustee with shares of its root seed.
  case notAdministrator

  /// For programs.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .strange: "strange"
    case .unreadable: "unreadable"
    case .form: "form"
    case .damaged: "damaged"
    case .unsigned: "unsigned"
    case .kind: "kind"
    case .integrity: "integrity"
    case .notWritten: "not_written"
    case .exists: "exists"
    case .unwritable: "unwritable"
    case .otherVault: "other_vault"
    case .custodyApart: "custody_apart"
    case .keysMissing: "keys_missing"
    case .custodyBehind: "custody_behind"
    case .newerLog: "newer_log"
    case .notAdministrator: "not_administrator"
    }
  }
}
