import AuditLog
import Sealing

/// Destroys a case: its outer keys in custody, with them every copy of its records anywhere, and what is
/// stored of it here. Who looked at it stays in the log. Of a case that was handed over so does K_rec, by
/// which the person can still be told; of one that is erased it goes too, and with it the row of the case:
/// nobody can say then which case the entries are of.
///
/// One entry states it, with the custody generation that it makes. The records go with the entry's commit,
/// the keys after it, by whoever next takes the lock, as `pending` says: a crash in between is finished at
/// the next start.
struct CaseDestruction {
  let context: ActContext
  let file: Transaction.File

  /// The acts whose entries state it.
  static let acts: Set<String> = [Act.keyDestroy, Act.caseErase]

  /// Whether an entry states it. One that only asks for it names no generation, and one that erases a part
  /// names its class.
  static func isStated(by entry: Entry) -> Bool {
    entry.out == .ok && acts.contains(entry.act) && entry.gen != nil && entry.class == nil
  }

  /// The case that an entry says is erased whole.
  static func erased(by entry: Entry) -> Identifier? {
    entry.act == Act.caseErase && isStated(by: entry) ? entry.rec : nil
  }

  /// - Parameters:
  ///   - known: the pseudonym of the case, where custody has no key of it any more.
  ///   - leavesIndex: whoever calls takes it out of the search index.
  /// - Returns: the entry.
  func destroy(
    _ act: String = Act.keyDestroy, pseudonym known: Identifier? = nil, leavesIndex: Bool = false,
    _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    precondition(Self.acts.contains(act), "an act that verifying knows as a destruction")
    let (tx, custody) = (context.tx, context.custody)
    let generation = custody.generation + 1
    var newest = try CaseOperations.number(file)
    if let kept = try custody.newestNumber(of: file.key) { newest = max(newest, kept) }
    let rec = if let known { known } else { try context.pseudonym(file) }
    for note in try context.gate.emergencyNotes(of: file) { try tx.deleteNote(note) }
    let seq = try context.append(act) { entry in
      (entry.rec, entry.gen) = (rec, generation)
      fill(&entry)
    }
    if !leavesIndex { try SearchIndex(context).forget([file], generation: generation) }
    try tx.empty(file, stated: seq, withBatches: act == Act.keyDestroy)
    try tx.insertPending(generation: generation, file: file.key, below: newest + 1)
    return seq
  }

  /// Whether an entry states that all keys of a case go: only then may a row of `pending` have custody
  /// destroy the newest.
  ///
  /// - Parameter rec: nil where custody has no key of the case any more.
  static func isStated(
    _ row: Transaction.PendingRow, by entry: Entry, rec: Identifier?
  ) -> Bool {
    guard isStated(by: entry), entry.gen == row.generation else { return false }
    return rec == nil ? entry.act == Act.caseErase : entry.rec == rec
  }
}

extension Transaction {
  /// What a row of `pending` has custody destroy.
  enum PendingWork {
    /// Outer keys: those before the one in use, or all of a case that was handed over.
    case outerKeys
    /// All keys of a case, and here its row.
    case everything
  }

  /// What a row of `pending` asks of custody, if an entry bears it out: the keys before the one in use, or
  /// all of a case that an entry says is destroyed. Anything else was planted.
  ///
  /// - Parameter entry: the entry of a number, if it is one of the log.
  func work(
    of row: PendingRow, _ custody: Custody, entry: (Int) throws(VaultError) -> Entry?
  ) throws(VaultError) -> PendingWork? {
    // Of the office keys no wrap may lie under what goes; log keys are for good.
    if row.file == 0 { return try row.below <= leastOfficeNumber() ? .outerKeys : nil }
    // A segment of the index has a newer key, or is not there.
    if SearchSegment.number(ofCustodyFile: row.file) != nil {
      return try row.below <= leastSegmentKey(row.file, custody) ? .outerKeys : nil
    }
    guard row.file > 0 else { return nil }
    let newest = try custody.newestNumber(of: row.file)
    if row.below <= newest ?? 0 { return .outerKeys }
    guard let file = try storedFile(key: row.file), file.isGone, let stated = try entry(file.seq)
    else { return nil }
    let rec = try? custody.pseudonym(of: file.key, id: file.id)
    // Without a key of the case there is nothing left to destroy: a crash came after custody was done.
    guard rec != nil || newest == nil, CaseDestruction.isStated(row, by: stated, rec: rec)
    else { return nil }
    return stated.act == Act.caseErase ? .everything : .outerKeys
  }
}
