import Sealing

/// Checks an export bundle by bundle, with public keys alone, behind a reader of one method.
///
/// Every byte is held against something: bundles and tiles against the tree, the tree against the signed
/// head, the leaves of the directory and their proofs against both, all else against the manifest. And
/// every entry against the entries before it, as ``LogVerifier`` does. It keeps neither leaves nor tiles.
public struct ExportVerifier: ~Copyable {
  /// What is exported.
  public let scope: ExportScope
  /// Entries that were read and fit so far, counted from the beginning of the log.
  public private(set) var reached: Int

  let trust: ExportTrust
  let read: (String) -> [UInt8]?
  let manifest: SignedNote
  let head: SignedNote
  let checkpoint: Checkpoint
  var listing: ExportListing
  /// Roots that were passed on the way and that something in the export is of.
  var roots: [Int: Digest] = [:]
  private var log: LogVerifier?
  /// The directory as far as entries were followed, where that ended early.
  private(set) var rosterFollowed: Roster?
  /// The directory, once all entries were followed.
  public private(set) var roster: Roster?
  /// The kept head that an export without its beginning goes on from.
  let base: PinnedHead.Base?
  /// What tokens hash to, and the entry that states it.
  var receipts: [Digest: Int?]
  /// When the entries before and behind each of those sizes, the first one, and those that state a token say
  /// that they were made.
  private(set) var times: [Int: Int] = [:]
  /// The act of the last entry that was followed.
  private(set) var lastAct: String?
  /// Sizes of which something in the export, or an auditor, keeps a head.
  let wanted: Set<Int>

  private var frontier: Frontier
  private var rows: TileRows
  private var hasher: TreeHasher
  /// The next bundle. No list of them is made: the size is what a file says, and may be anything.
  private var next: Int

  /// Begins with the manifest, the head, and the files beside the log.
  ///
  /// - Parameters:
  ///   - paths: every file in the folder, relative to it.
  ///   - read: the bytes of a file; nil where there is none.
  public init(
    paths: [String], trust: ExportTrust, read: @escaping (String) -> [UInt8]?
  ) throws(ExportFinding) {
    let opened = try ExportBeginning(paths: paths, trust: trust, read: read)
    let scope = opened.manifest.scope
    let rows = try Self.rows(scope, read)
    (self.trust, self.read, self.scope) = (trust, read, scope)
    (manifest, head, checkpoint) = (opened.list, opened.head, opened.checkpoint)
    (listing, base) = (opened.listing, opened.base)
    receipts = opened.listing.tokens(read)
    wanted = opened.listing.sizes(from: scope.from).union(trust.sizes(of: scope.origin))
    next = scope.first / Tile.fullWidth
    reached = scope.first
    frontier = Frontier(size: scope.first) { rows.hash(level: $0, index: $1) }
    self.rows = rows
    hasher = TreeHasher()
    log = nil
    if wanted.contains(reached) { roots[reached] = frontier.root }
  }

  /// Where entries' signatures begin to be checked: the size, where only the tree is.
  public var checkedFrom: Int { trust.isTreeOnly ? scope.size : base?.frontier.size ?? 0 }

  /// Keeps who could sign heads, as far as entries were followed, for judging what does not fit.
  private mutating func keepRoster() { rosterFollowed = log?.roster }

  /// From the entry on that a kept head stands for, or from the first, every entry is followed.
  private mutating func begin() throws(ExportFinding) {
    guard log == nil, !trust.isTreeOnly, frontier.size == base?.frontier.size ?? 0 else { return }
    if let base, base.frontier != frontier {
      throw .init(seq: frontier.size, misfit(of: base))
    }
    log = try Self.at(.checkpoint) { () throws(AuditLogError) in
      guard let base else {
        return try LogVerifier(origin: scope.origin, signatures: .deferred)
      }
      return try LogVerifier(
        roster: base.roster, frontier: base.frontier, signatures: .deferred)
    }
  }

  /// Reads the next bundle.
  ///
  /// - Throws: what does not fit. Signatures that were collected before are then still to be checked:
  ///   of all findings with an entry the smallest is the one to report.
  /// - Returns: false where there is no further bundle.
  public mutating func advance() throws(ExportFinding) -> Bool {
    do { return try readBundle() } catch {
      keepRoster()
      throw judged(error)
    }
  }

  private mutating func readBundle() throws(ExportFinding) -> Bool {
    let width = min(Tile.fullWidth, scope.size - next * Tile.fullWidth)
    guard width > 0 else { return false }
    if trust.isTreeOnly {
      try take(HashedBundle(next, of: scope, read: read))
      return true
    }
    try begin()
    let tile = Tile(level: nil, index: next, width: width)
    guard let bytes = read(tile.path) else { throw .init(.tile(tile), .missing) }
    // The entry whose length was altered is the first that does not fit, and not all of its bundle.
    let (leaves, isWhole) = Tiles.leaves(atMost: width, in: bytes)
    for leaf in leaves { try take(leaf) }
    guard leaves.count == width else { throw .init(seq: reached, .note(.tile)) }
    guard isWhole else { throw .init(path: tile.path, .note(.tile)) }
    next += 1
    return true
  }

  /// The bundles that are still to be read.
  public var bundles: Range<Int> {
    next..<(scope.size + Tile.fullWidth - 1) / Tile.fullWidth
  }

  /// Goes on by the next bundle, of which only the hashes are wanted: where only the tree is checked.
  ///
  /// - Throws: what does not fit.
  public mutating func advance(by bundle: HashedBundle) throws(ExportFinding) {
    precondition(trust.isTreeOnly, "entries are followed one by one")
    do { try take(bundle) } catch { throw judged(error) }
  }

  private mutating func take(_ bundle: HashedBundle) throws(ExportFinding) {
    let hashes = try bundle.hashes.get()
    let behind = reached + hashes.count
    let compare = { [read] (tile: Tile, hashes: [Digest]) throws(ExportFinding) in
      try Self.compare(tile, hashes, read)
    }
    // A head in the middle of a bundle needs the root there.
    let (first, last) = (reached + 1, behind - 1)
    if let root = bundle.root, !wanted.contains(where: { first <= $0 && $0 <= last }) {
      try rows.append(full: hashes, root: root, full: compare)
      reached = behind
      if wanted.contains(reached) { roots[reached] = self.root }
    } else {
      for hash in hashes {
        try rows.append(hash, full: compare)
        reached += 1
        if wanted.contains(reached) { roots[reached] = root }
      }
    }
    next += 1
  }

  private mutating func take(_ bytes: [UInt8]) throws(ExportFinding) {
    var hash: Digest
    if log != nil {
      let entry: Entry
      do {
        guard let taken = try log?.follow(bytes) else { return }
        (entry, hash) = (taken.leaf.entry, taken.hash)
      } catch {
        throw ExportFinding(error)
      }
      try note(entry, bytes)
    } else {
      hash = hasher.leaf(bytes)
      frontier.append(hash, &hasher)
    }
    try rows.append(hash) { (tile, hashes) throws(ExportFinding) in
      try Self.compare(tile, hashes, read)
    }
    reached += 1
    if wanted.contains(reached) { roots[reached] = root }
    try begin()
  }

  /// The root of all that was read.
  private var root: Digest {
    mutating get {
      guard trust.isTreeOnly else { return log?.frontier.root ?? frontier.root }
      return Frontier(size: reached) { rows.hash(level: $0, index: $1) }.root
    }
  }

  /// What later checks need of an entry.
  private mutating func note(_ entry: Entry, _ bytes: [UInt8]) throws(ExportFinding) {
    lastAct = entry.act
    let isNear = wanted.contains(entry.seq) || wanted.contains(entry.seq + 1)
    if entry.seq == 0 || isNear { times[entry.seq] = entry.t }
    if entry.act == Act.anchorReceipt, entry.out == .ok, let sum = entry.sum,
      receipts[sum] == .some(nil)
    {
      (receipts[sum], times[entry.seq]) = (entry.seq, entry.t)
    }
    guard entry.isShownOfDirectory else { return }
    guard listing.leaves.remove(entry.seq) != nil else { throw .init(.leaf(entry.seq), .missing) }
    try checkShown(entry.seq, bytes)
  }

  /// The signatures collected since the last call.
  public mutating func takeChecks() -> [SignatureCheck] { log?.takeChecks() ?? [] }

  /// Holds the tree against the head, and everything that lies beside the log against both.
  ///
  /// - Throws: what does not fit.
  public mutating func finish() throws(ExportFinding) -> ExportVerdict {
    do { return try finishAll() } catch {
      keepRoster()
      throw judged(error)
    }
  }

  private mutating func finishAll() throws(ExportFinding) -> ExportVerdict {
    for (tile, hashes) in rows.partial { try Self.compare(tile, hashes, read) }
    guard root == checkpoint.root else {
      throw .init(path: ExportPath.checkpoint.text, .head(.root))
    }
    keepRoster()
    if let contradiction = contradiction(isWhole: true) { throw contradiction }
    if !trust.isTreeOnly {
      do {
        _ = try log?.finish(head: head.bytes)
        roster = log?.roster
      } catch {
        throw ExportFinding(error)
      }
    }
    return try checkBeside()
  }
}
