/// Something about a vault's files that is not as this program leaves them.
public enum Ailment: Hashable, Sendable {
  /// SQLite's own check of every page fails.
  case damaged(BackupKind)
  /// What `log verify` names: an entry, or what lies beside the log.
  case finding(LogFinding)
  /// Rows of what custody has still to destroy; the next command of anybody does it.
  case unfinished(rows: Int)
  /// Custody has destroyed more than this log knows of: the records are older.
  case custodyAhead
  /// Keys of so many cases that the records do not have and of which no entry says that they are erased.
  case keysOfNothing(cases: Int)
  /// Keys of so many cases that an entry says are erased.
  case keysOfErased(cases: Int)
  /// So many segments of the search index that nobody can open: their form is not one, or custody has no key of them.
  case segments(lost: Int)
  /// So many cases at least that are not in the search index.
  case unindexed(cases: Int)
  /// So many files, or the directory, that others may read or the group may not.
  case modes(files: Int)
  /// What commands left that were killed; it may hold what the vault holds.
  case parts(files: Int)

  /// For programs.
  public var code: String {
    switch self {
    case .damaged(let kind): "damaged." + kind.rawValue
    case .finding(let finding): finding.code
    case .unfinished: "unfinished"
    case .custodyAhead: "custody.ahead"
    case .keysOfNothing: "keys.nothing"
    case .keysOfErased: "keys.erased"
    case .segments: "index.segments"
    case .unindexed: "index.cases"
    case .modes: "modes"
    case .parts: "parts"
    }
  }

  /// Whether the log proves how it must be, so that it can be set right.
  public var isMendable: Bool {
    switch self {
    case .finding(let finding): Mending.codes.contains(finding.code)
    case .keysOfErased, .modes: true
    case .damaged, .unfinished, .custodyAhead, .keysOfNothing, .parts, .segments,
      .unindexed:
      false
    }
  }
}
