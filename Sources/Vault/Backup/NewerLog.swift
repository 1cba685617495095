import AuditLog
import FoundationEssentials
import Sealing

/// A log that may go on from where a backup ends: of the vault of today, or an export of it. What was
/// destroyed there since is destroyed in what is restored too.
struct NewerLog {
  let size: Int
  /// Its head, with its signatures.
  let note: [UInt8]
  /// The root that it has, and the one that it had at the size of the backup; nil where it is shorter.
  private(set) var end = Digest.zero
  private(set) var root: Digest?
  /// The act by which a case was destroyed after that, by its pseudonym.
  private(set) var destroyed: [Identifier: String] = [:]
  /// Of which cases parts were erased after that, in order.
  private(set) var erasedParts: [Identifier: [StatedErasure]] = [:]
  /// And which entries of them were taken back for good.
  private(set) var retracted: [Identifier: [StatedRetraction]] = [:]
  /// And which wait out of sight at its end, each with the entry that asks.
  private(set) var waiting: [Identifier: [Identifier: Int]] = [:]
  /// By which keys members were suspended after that because others may have them.
  private var compromised: Set<ActorID> = []
  /// In which cases something was restricted after that, and in which a consent was withdrawn.
  private(set) var restricted: Set<Identifier> = []
  private(set) var withdrawn: Set<Identifier> = []
  /// In which cases something was opened in an emergency after that.
  private(set) var emergencies = EmergenciesSince()
  /// Who was given cases after that, and from whom they were taken.
  private(set) var care = CareSince()
  /// Its members as they are at its end; nil where it does not go on from the backup.
  var roster: Roster? { root == nil ? nil : directory }
  private var directory: Roster?

  private init(size: Int, note: [UInt8]) { (self.size, self.note) = (size, note) }

  /// - Parameter head: where the backup ends.
  private mutating func read(
    after head: Checkpoint, until end: Digest,
    _ leaves: (_ take: ([UInt8]) throws(VaultError) -> Void) throws(VaultError) -> Void
  ) throws(VaultError) {
    var (frontier, found) = (Frontier(), self)
    try leaves { bytes throws(VaultError) in
      found.note(bytes, isSince: frontier.size >= head.size)
      frontier.append(Tree.leafHash(bytes))
      if frontier.size == head.size { found.root = frontier.root }
    }
    guard frontier.size == size, frontier.root == end else { throw .backup(.newerLog) }
    (self, self.end) = (found, end)
  }

  private mutating func note(_ bytes: [UInt8], isSince: Bool) {
    guard let entry = try? Leaf(parsing: bytes).entry else { return }
    guard isSince else {
      emergencies.noteAsked(entry)
      return
    }
    if CaseDestruction.isStated(by: entry), let rec = entry.rec { destroyed[rec] = entry.act }
    // What this vault's own restore knew of and could not do is known from here on too.
    if let erasure = StatedErasure(entry) ?? StatedErasure(carried: entry), let rec = entry.rec {
      erasedParts[rec, default: []].append(erasure)
    }
    if let gone = StatedRetraction(entry) ?? StatedRetraction(carried: entry), let rec = entry.rec {
      retracted[rec, default: []].append(gone)
    }
    noteWaiting(entry)
    if entry.out == .ok { noteTaken(entry) }
  }

  private mutating func noteTaken(_ entry: Entry) {
    switch entry.act {
    case Act.memberSuspend where entry.kind == "compromised":
      entry.subj.map { _ = compromised.insert($0) }
    case Act.assignAdd, Act.assignRemove: care.note(entry)
    case Act.emergencyOpen, Act.approvalGive: emergencies.note(entry)
    case CaseAct.restrictionSet.rawValue: entry.rec.map { _ = restricted.insert($0) }
    case CaseAct.consentWithdraw.rawValue: entry.rec.map { _ = withdrawn.insert($0) }
    default: break
    }
  }

  /// Whether a member of it was suspended because others may have their keys.
  func isCompromised(_ member: RosterMember) -> Bool {
    compromised.contains { directory?.member($0)?.id == member.id }
  }

  private mutating func noteWaiting(_ entry: Entry) {
    guard entry.out == .ok, let rec = entry.rec, let item = entry.item else { return }
    if entry.act == Act.caseRetract {
      waiting[rec, default: [:]][item] = entry.gen == nil ? entry.seq : nil
    } else if entry.act == CaseAct.approvalRefuse.rawValue {
      waiting[rec]?[item] = nil
    }
  }

  // MARK: Where from

  /// Of a vault, as this process read and proved its log.
  init(of vault: Vault, after head: Checkpoint) throws(VaultError) {
    self = try vault.store.look { tx throws(VaultError) in
      try vault.catchUp(tx)
      return try NewerLog(vault.ledger, tx, after: head)
    }
  }

  /// Of an export, every signature of which is checked; the key of the root is what the log is named after.
  ///
  /// - Throws: `.backup` with `newerLog`, or `otherVault`.
  init(export path: String, after head: Checkpoint) throws(VaultError) {
    let read = { (name: String) in
      ExportPath(name).flatMap { try? PlainFile.read("\(path)/\(name)", limit: $0.limit) }
    }
    guard let note = read(ExportPath.checkpoint.text).flatMap({ try? SignedNote(parsing: $0) }),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else { throw .backup(.newerLog) }
    // Whose log it is is asked first: that of another vault is whole in itself.
    guard checkpoint.origin == head.origin else { throw .backup(.otherVault) }
    let verified: Roster
    do { verified = try Self.verify(path, head.origin, read) } catch { throw .backup(.newerLog) }
    self.init(size: verified.size, note: note.bytes)
    directory = verified
    let size = size
    try self.read(after: head, until: checkpoint.root) { take throws(VaultError) in
      for tile in Tile.entries(size: size) {
        guard let bytes = read(tile.path),
          let leaves = try? Tiles.leaves(in: bytes, width: tile.width)
        else { throw .backup(.newerLog) }
        for leaf in leaves { try take(leaf) }
      }
    }
  }

  /// Of the records of a vault whose custody is lost: the log needs no key. Every signature is checked.
  ///
  /// - Throws: `.backup` with `newerLog`, or `otherVault`; `logBroken`.
  init(records path: String, after head: Checkpoint) throws(VaultError) {
    do {
      self = try Store(opening: path, isExamined: true).look { tx throws(VaultError) in
        guard let note = try tx.head().flatMap({ try? SignedNote(parsing: $0.note) }),
          let checkpoint = try? Checkpoint(parsing: note.text)
        else { throw .backup(.newerLog) }
        guard checkpoint.origin == head.origin else { throw .backup(.otherVault) }
        let ledger = Ledger(origin: head.origin) { 0 }
        try ledger.catchUp(tx, signatures: .all)
        return try NewerLog(ledger, tx, after: head)
      }
    } catch {
      guard error.isDamage || error == .notAVault else { throw error }
      throw .backup(.newerLog)
    }
  }

  /// As a process read and proved it.
  private init(_ ledger: Ledger, _ tx: Transaction, after head: Checkpoint) throws(VaultError) {
    let size = ledger.frontier.size
    self.init(size: size, note: ledger.note)
    directory = ledger.roster
    try read(after: head, until: ledger.frontier.root) { take throws(VaultError) in
      try tx.eachLeaf(from: 0, below: size) { _, bytes throws(VaultError) in try take(bytes) }
    }
  }

  private static func verify(
    _ path: String, _ origin: String, _ read: @escaping (String) -> [UInt8]?
  ) throws -> Roster {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder
    }
    var trust = ExportTrust()
    trust.origin = origin
    var verifier = try ExportVerifier(paths: paths, trust: trust, read: read)
    // One that begins later cannot tell what was destroyed before.
    guard verifier.scope.first == 0 else { throw VaultError.backup(.newerLog) }
    while try verifier.advance() {
      guard verifier.takeChecks().allSatisfy(\.isGood) else { throw VaultError.backup(.newerLog) }
    }
    _ = try verifier.finish()
    guard verifier.takeChecks().allSatisfy(\.isGood), let roster = verifier.roster else {
      throw VaultError.backup(.newerLog)
    }
    return roster
  }
}
