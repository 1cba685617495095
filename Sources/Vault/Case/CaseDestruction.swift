import AuditLog
import Sealing

/// Destroys a case: its outer keys in custody, with them every copy of its records anywhere, and what is
/// stored of it here. Who looked at it stays in the log, and so does K_rec, by which the person can still be
/// told; whoever has that to go too destroys it as well.
///
/// One entry states it, with the custody generation that it makes. The records go with the entry's commit,
/// the keys after it, by whoever next takes the lock, as `pending` says: a crash in between is finished at
/// the next start.
struct CaseDestruction {
  let context: ActContext
  let file: Transaction.File

  /// The acts whose entries state it.
  static let acts: Set<String> = [Act.keyDestroy]

  /// - Returns: the entry.
  func destroy(
    _ act: String = Act.keyDestroy, _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    precondition(Self.acts.contains(act), "an act that verifying knows as a destruction")
    let (tx, custody) = (context.tx, context.custody)
    let generation = custody.generation + 1
    var newest = try CaseOperations.number(file)
    if let kept = try custody.newestNumber(of: file.key) { newest = max(newest, kept) }
    let rec = try context.pseudonym(file)
    let seq = try context.append(act) { entry in
      (entry.rec, entry.gen) = (rec, generation)
      fill(&entry)
    }
    try tx.empty(file, stated: seq)
    try tx.insertPending(generation: generation, file: file.key, below: newest + 1)
    return seq
  }

  /// Whether an entry states that all keys of a case go: only then may a row of `pending` have custody
  /// destroy the newest.
  static func isStated(
    _ row: Transaction.PendingRow, by entry: Entry, rec: Identifier
  ) -> Bool {
    entry.out == .ok && acts.contains(entry.act) && entry.gen == row.generation && entry.rec == rec
  }
}

extension Transaction {
  /// Whether a row of `pending` is what an entry asks of custody: the keys before the one in use, or all of
  /// a case that an entry says is destroyed. Anything else was planted.
  ///
  /// - Parameter entry: the entry of a number, if it is one of the log.
  func isBorneOut(
    _ row: PendingRow, _ custody: Custody, entry: (Int) throws(VaultError) -> Entry?
  ) throws(VaultError) -> Bool {
    // Of the office keys no wrap may lie under what goes; log keys are for good.
    if row.file == 0 { return try row.below <= leastOfficeNumber() }
    guard row.file > 0 else { return false }
    if try row.below <= custody.newestNumber(of: row.file) ?? 0 { return true }
    guard let file = try storedFile(key: row.file), file.isGone, let stated = try entry(file.seq),
      let rec = try? custody.pseudonym(of: file.key, id: file.id)
    else { return false }
    return CaseDestruction.isStated(row, by: stated, rec: rec)
  }
}
