/// Something about a vault's files that is not as this program leaves them.
public enum Ailment: Hashable, Sendable {
  /// SQLite's own check of every page fails.
  case damaged(BackupKind)
  /// What `log verify` names: an entry, or what lies beside the log.
  case finding(LogFinding)
  /// Rows of what custody has still to destroy; the next command of anybody does it.
  case unfinished(rows: Int)
  /// Keys of so many cases that the records do not have and of which no entry says that they are erased.
  case keysOfNothing(cases: Int)
  /// Keys of so many cases that an entry says are erased.
  case keysOfErased(cases: Int)
  /// So many segments of the search index that nobody can open: their form is not one, or custody has no key of them.
  case segments(lost: Int)
  /// So many cases at least that are not in the search index.
  case unindexed(cases: Int)
  /// So many files, or the directory, that others may read or the group may not; whether they are of the account
  /// that looks, which alone can set it.
  case modes(files: Int, isOwn: Bool)
  /// What restores left that were killed, by name.
  case parts(names: [String])
  /// What else lies in the directory, or beside it as something on its way; it may hold what the vault holds.
  case strangers(names: [String])

  /// For programs.
  public var code: String {
    switch self {
    case .damaged(let kind): "damaged." + kind.rawValue
    case .finding(let finding): finding.code
    case .unfinished: "unfinished"
    case .keysOfNothing: "keys.nothing"
    case .keysOfErased: "keys.erased"
    case .segments: "index.segments"
    case .unindexed: "index.cases"
    case .modes(_, let isOwn): isOwn ? "modes" : "modes.other"
    case .parts: "parts"
    case .strangers: "files"
    }
  }

  /// What of the findings of `log verify` the entries prove.
  public static var provedFindings: Set<String> { Mending.codes }

  /// Whether the log, or what it is, proves how it must be.
  private var isProved: Bool {
    switch self {
    case .finding(let finding): Mending.codes.contains(finding.code)
    case .modes(_, let isOwn): isOwn
    case .keysOfErased, .parts: true
    case .damaged, .unfinished, .keysOfNothing, .segments, .unindexed, .strangers: false
    }
  }

  /// Whether it can be set right: nothing is made from a log that does not verify, and by nobody where nobody can be
  /// unlocked to sign for it.
  ///
  /// - Parameter found: all that ails the vault.
  public func isMendable(among found: [Ailment]) -> Bool {
    isProved && !found.contains(where: \.keepsFromMending)
  }

  private var keepsFromMending: Bool {
    switch self {
    case .damaged: true
    case .finding(let finding): finding.keepsFromMending
    default: false
    }
  }
}

extension LogFinding {
  /// Whether it is the log itself that does not fit, or what keeps everybody from unlocking.
  fileprivate var keepsFromMending: Bool {
    let head = String(code.prefix { $0 != "." })
    return [
      "chain", "entry", "note", "signer", "directory", "head", "storage", "schema", "custody",
      "vault",
    ]
    .contains(head)
  }
}
