/// How often one person was shown or took something of many cases at once: lists, searches and what they found,
/// figures, copies of the vault. An entry of these names no field, and all but a hit no case.
public struct ReportTaking: Hashable, Sendable {
  /// What the count is of.
  public struct Key: Hashable, Sendable {
    /// Who: of a member the key by which they signed first.
    public let actor: ActorID
    public let act: String
    public let kind: String?

    /// Nil where the entry is of no such act.
    init?(_ entry: Entry) {
      guard ReportTaking.acts.contains(entry.act) || Self.isOfNoCase(entry) else { return nil }
      if entry.act == Act.list, ReportTaking.ofNobody.contains(entry.kind) { return nil }
      (actor, act, kind) = (entry.actor, entry.act, entry.kind)
    }

    private static func isOfNoCase(_ entry: Entry) -> Bool {
      entry.rec == nil && (entry.act == Act.export || entry.act == Act.print)
    }
  }

  private static let acts: Set<String> = [
    Act.list, Act.due, Act.stats, Act.search, Act.searchHit, Act.vaultBackup,
  ]

  /// Lists that show nothing of any case or person.
  private static let ofNobody: Set<String?> = ["status", "keys", "rules"]

  public let key: Key
  /// How often, done and refused.
  public private(set) var times = 0
  public private(set) var refusals = 0
  /// The sum of the counts that the entries name, each the largest of its scale: there were at least so many.
  public private(set) var n = 0
  /// The first and the last entry, and their times.
  public let first: Int
  public private(set) var last: Int
  public let from: Int
  public private(set) var to: Int

  init(_ key: Key, _ entry: Entry) {
    self.key = key
    (first, last, from, to) = (entry.seq, entry.seq, entry.t, entry.t)
  }

  /// A search and a backup have two entries: what is begun is counted, and of a search how many were found stands
  /// in the other.
  mutating func count(_ entry: Entry) {
    (last, to) = (entry.seq, entry.t)
    let isBegun =
      switch entry.act {
      case Act.search: entry.ref == nil
      case Act.vaultBackup: entry.sum == nil
      default: true
      }
    switch entry.out {
    case .ok:
      if isBegun { times += 1 }
      if entry.act != Act.search || !isBegun { n += entry.n ?? 0 }
    case .denied: refusals += 1
    case .failed, .unattributed: break
    }
  }
}
