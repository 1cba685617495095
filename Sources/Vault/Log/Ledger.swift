import AuditLog
import Sealing

/// The log as this vault keeps it: what was verified so far, and the next entry.
///
/// Everything here happens inside a transaction that holds the write lock. The frontier and the
/// roster in memory are never taken from the file: they are what the leaves made them.
final class Ledger {
  let origin: String
  private(set) var frontier = Frontier()
  private(set) var roster: Roster
  /// Claimed time of the newest entry, UTC milliseconds.
  var time: Int { roster.time }
  /// The pin that this process began from; nil where there was none.
  private(set) var begun: Pin?
  /// The newest head, as it is signed.
  private(set) var note: [UInt8] = []
  private let now: @Sendable () -> Int
  private let subtrees = SubtreeCache()

  var directory: Directory { Directory(roster) }

  /// The key that signs the next head, as the entries state it.
  var logKey: VerifyingKey? { roster.logKey(size: frontier.size)?.key.key }

  /// How far a clock may step back without an entry that says so.
  static let tolerance = 2_000

  init(origin: String, now: @escaping @Sendable () -> Int) {
    self.origin = origin
    self.now = now
    roster = Roster(origin: origin)
  }

  /// Begins where a pin left off, so that a command hashes only what is new.
  func resume(from pin: Pin) {
    frontier = pin.frontier
    roster = pin.roster
    note = pin.note
    begun = pin
  }

  /// Begins where another reading of the same file has ended, and from no pin.
  func resume(as other: Ledger) {
    (frontier, roster, note) = (other.frontier, other.roster, other.note)
    begun = nil
    subtrees.forget()
  }

  // MARK: Reading up to the head

  /// Takes in every entry that others appended, and holds the stored head against them.
  ///
  /// - Throws: `logBroken` with the first entry that does not fit; `frontierAltered` where the entries and the head fit and
  ///   what is kept beside them does not; `rolledBack` when the file is shorter than what was seen before.
  func catchUp(
    _ tx: Transaction, signatures: LogVerifier.Signatures = .directory
  ) throws(VaultError) {
    guard let head = try tx.head() else { throw .logBroken(at: 0) }
    guard head.size >= frontier.size
    else { throw .rolledBack(size: head.size, pinned: frontier.size) }
    try checkEnds(of: head.size, in: tx)
    // Unchanged since this member's client verified it: nothing to hash. The next entry would write a frontier that was
    // altered anew, and nobody would ever know.
    if head.size == frontier.size, head.note == note {
      guard head.frontier == frontier.encoded() else { throw .frontierAltered }
      return
    }
    var verifier = try Self.verifier(roster: roster, frontier: frontier, signatures)
    try tx.eachLeaf(from: frontier.size, below: head.size) { _, bytes throws(VaultError) in
      do throws(Finding) { try verifier.consume(bytes) } catch { throw .logBroken(at: error.seq) }
    }
    do throws(Finding) { _ = try verifier.finish(head: head.note) } catch {
      throw .logBroken(at: error.seq)
    }
    guard head.frontier == verifier.frontier.encoded() else { throw .frontierAltered }
    // Believed only now: a head that was refused once must not pass as known the next time.
    (frontier, roster) = (verifier.frontier, verifier.roster)
    note = head.note
  }

  /// The first entry and the newest of the head stand there. Of a log whose entries were taken away the head
  /// alone looks sound to whoever's pin is at that head, and the next entry would hide where they were.
  private func checkEnds(of size: Int, in tx: Transaction) throws(VaultError) {
    guard try (tx.smallestLeafIndex() ?? size) == 0 else { throw .logBroken(at: 0) }
    let newest = try tx.largestLeafIndex() ?? -1
    guard newest == size - 1 else { throw .logBroken(at: min(newest + 1, size)) }
  }

  static func verifier(
    roster: Roster, frontier: Frontier, _ signatures: LogVerifier.Signatures
  ) throws(VaultError) -> LogVerifier {
    do {
      return try LogVerifier(roster: roster, frontier: frontier, signatures: signatures)
    } catch { throw .pinUnreadable }
  }

  // MARK: Appending

  /// Appends one entry, signed by the actor. The caller signs the head before the commit.
  @discardableResult
  func append(
    _ act: String, _ outcome: Outcome = .ok, by key: borrowing SigningKey, in tx: Transaction,
    _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Int {
    let stamp = try timeStamp(by: key, in: tx)
    let actor = ActorID(key.publicKey)
    var entry = Entry(
      after: frontier, t: stamp, act: act, out: outcome, actor: actor,
      aseq: roster.nextSequence(of: actor) ?? 0)
    fill(&entry)
    try store(entry, by: key, in: tx)
    return entry.seq
  }

  /// The number of the next entry, with what the clock asks for written first: for an act that has to name
  /// its own entry in what it seals.
  func nextEntry(by key: borrowing SigningKey, in tx: Transaction) throws(VaultError) -> Int {
    _ = try timeStamp(by: key, in: tx)
    return frontier.size
  }

  /// Time never runs backwards in the log. A small step back is the clock being set; a larger one is
  /// an entry of its own, so that nobody can quietly date an act into the past.
  private func timeStamp(
    by key: borrowing SigningKey, in tx: Transaction
  ) throws(VaultError) -> Int {
    let present = now()
    if present >= time { return present }
    if time - present <= Self.tolerance { return time }
    let actor = ActorID(key.publicKey)
    let entry = Entry(
      after: frontier, t: present, act: Act.clockStep, out: .ok, actor: actor,
      aseq: roster.nextSequence(of: actor) ?? 0)
    try store(entry, by: key, in: tx)
    return present
  }

  private func store(
    _ entry: Entry, by key: borrowing SigningKey, in tx: Transaction
  ) throws(VaultError) {
    let leaf: Leaf
    do {
      leaf = try Leaf.sign(entry, origin: origin, with: key)
      var next = roster
      try next.apply(leaf)
      roster = next
    } catch {
      // The log is as sound as before: it is this act that does not fit it.
      throw .entryRefused
    }
    guard try tx.insertLeaf(leaf.bytes, hash: leaf.hash, at: entry.seq) == leaf.bytes
    else { throw .damagedRow }
    frontier.append(leaf.hash)
    try storeTiles(in: tx)
  }

  /// The log key before the one that the newest entry brought in; nil where it brought in none.
  var logKeyBefore: VerifyingKey? {
    let keys = roster.logKeys
    guard keys.count > 1, keys.last?.seq == frontier.size - 1 else { return nil }
    return keys[keys.count - 2].key.key
  }

  /// Signs the head over the entry of a new log key, with the old one beside it: whoever trusts only the
  /// old one learns of the new one here, so this very head is kept for them.
  func signChange(
    of log: borrowing SigningKey, from old: borrowing SigningKey, member: borrowing SigningKey,
    in tx: Transaction
  ) throws(VaultError) {
    guard logKey == log.publicKey, logKeyBefore == old.publicKey
    else { throw .custodyAltered(entry: roster.logKeys.last?.seq ?? 1) }
    let note: SignedNote
    do {
      note = try Checkpoint(origin: origin, frontier).signed(
        log: log, oldLog: old, member: member)
    } catch { throw .logBroken(at: nil) }
    try keep(head: note, in: tx)
    try tx.keep(
      Transaction.AskedRow(
        kind: Self.keyChange, size: frontier.size, note: note.bytes, query: []))
  }

  /// `kind` of the heads that two log keys signed.
  static let keyChange = "key-change"

  private func keep(head note: SignedNote, in tx: Transaction) throws(VaultError) {
    self.note = note.bytes
    try tx.set(
      Transaction.Head(size: frontier.size, frontier: frontier.encoded(), note: note.bytes))
  }

  /// Signs the head after an act's entries: in the same transaction, so that no unsigned state ever
  /// exists. It only ever extends the head that this process read under the same lock.
  func signHead(
    member: borrowing SigningKey, log: borrowing SigningKey, in tx: Transaction
  ) throws(VaultError) {
    // A head under another key would be a log that nobody can verify any more.
    guard let stated = roster.logKey(size: frontier.size), stated.key.key == log.publicKey
    else { throw .custodyAltered(entry: roster.logKeys.last?.seq ?? 1) }
    let note: SignedNote
    do {
      note = try Checkpoint(origin: origin, frontier).signed(log: log, member: member)
    } catch { throw .logBroken(at: nil) }
    try keep(head: note, in: tx)
  }

  /// What was read and appended since a transaction began, given back when it did not commit.
  struct Mark {
    fileprivate let frontier: Frontier
    fileprivate let roster: Roster
    fileprivate let note: [UInt8]
  }

  var mark: Mark { Mark(frontier: frontier, roster: roster, note: note) }

  func rewind(to mark: Mark) {
    frontier = mark.frontier
    roster = mark.roster
    note = mark.note
    subtrees.forget()
  }

  /// The entry at an index, proven to be in the tree under the head: a row that was changed in the
  /// file does not reach the policy.
  func provenEntry(_ seq: Int, in tx: Transaction) throws(VaultError) -> Entry {
    try provenLeaf(seq, in: tx).leaf.entry
  }

  /// The same as it is stored, with the proof.
  func provenLeaf(
    _ seq: Int, in tx: Transaction
  ) throws(VaultError) -> (leaf: Leaf, proof: [Digest]) {
    guard seq >= 0, seq < frontier.size, let bytes = try tx.leaf(at: seq)
    else { throw .logBroken(at: seq) }
    let reader = reader(tx)
    let proof = try Tree.inclusionProof(index: seq, size: frontier.size) {
      level, index throws(VaultError) in
      try reader.hash(level: level, index: index)
    }
    do {
      try Tree.verifyInclusion(
        of: Tree.leafHash(bytes), index: seq, size: frontier.size, root: frontier.root,
        proof: proof)
      return (try Leaf(parsing: bytes, origin: origin), proof)
    } catch {
      // Not always the entry's own fault: a stored hash or tile of another may be what was altered.
      subtrees.forget()
      throw .logBroken(at: try firstMisfit(in: tx) ?? seq)
    }
  }

  /// The tree's hashes as the file has them, which only help to build proofs.
  func reader(_ tx: Transaction) -> LedgerReader { LedgerReader(tx: tx, cache: subtrees) }
}
