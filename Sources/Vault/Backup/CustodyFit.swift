import AuditLog
import Sealing

/// Fits a custody of one time to records of another, in a vault that is being restored and that nobody else
/// sees yet.
///
/// Keys of cases that are not in the records, and keys of a case that are not the one in use, open nothing
/// here, and would stand in the way of new ones of the same number: they go. What a newer log says is
/// destroyed is another matter (`ErasureReplay`).
struct CustodyFit {
  let custody: Custody
  let tx: Transaction

  /// - Parameter generation: as the log states it; custody that is behind has been brought up to it then,
  ///   for what was destroyed up to there is destroyed.
  /// - Throws: `.backup` with `custodyApart` where the office's own keys, or the log's, are not in it.
  func fit(generation: Int, logKey: VerifyingKey?) throws(VaultError) {
    try checkOffice()
    let held = try? custody.withLogKey(inForce: logKey) { log throws(VaultError) in log.publicKey }
    guard held == logKey else { throw .backup(.custodyApart) }
    var useless: [CustodyFile.UselessKeys] = []
    for kept in try custody.file.caseKeys() {
      guard let file = try tx.storedFile(key: kept.file),
        kept.id == nil || kept.id == file.id.identifier
      else {
        useless.append(.all(of: kept.file))
        continue
      }
      guard !file.isGone, let inUse = try? CaseOperations.number(file),
        kept.numbers.contains(inUse), kept.numbers.count > 1
      else { continue }
      useless.append(.allBut(inUse, of: kept.file))
    }
    useless += try fitSegments()
    try custody.file.destroy(useless, generation: generation)
    try custody.refreshGeneration()
    // What is to be destroyed of a case that this custody never had, or has no more, is. The row of one that was erased
    // goes with it, as it does in the vault that has the key; the log was read and verifies.
    for row in try tx.pending() where row.file > 0 {
      guard try custody.newestNumber(of: row.file) == nil else { continue }
      let work = try tx.work(of: row, custody) { seq throws(VaultError) in
        try tx.leaf(at: seq).flatMap { try? Leaf(parsing: $0).entry }
      }
      if work == .everything { try tx.deleteFile(row.file) }
      try tx.deletePending(row.id)
    }
  }

  /// A segment of the index that lies under a key which this custody does not have opens for nobody: it goes, and its
  /// people are put in again by those who read them.
  private func fitSegments() throws(VaultError) -> [CustodyFile.UselessKeys] {
    var kept = try custody.file.segmentKeys()
    var useless: [CustodyFile.UselessKeys] = []
    for number in try tx.segmentNumbers() {
      let (file, held) = (SearchSegment.custodyFile(number), kept.removeValue(forKey: number))
      guard let sealed = try tx.segment(number),
        let inUse = try? OuterSeal.number(of: sealed.span), held?.contains(inUse) == true
      else {
        try tx.deleteSegment(number)
        useless.append(.all(of: file))
        continue
      }
      if held?.count ?? 0 > 1 { useless.append(.allBut(inUse, of: file)) }
    }
    return useless + kept.keys.map { .all(of: SearchSegment.custodyFile($0)) }
  }

  /// The wraps of the office's keys lie under keys that custody must have: else nobody opens anything.
  private func checkOffice() throws(VaultError) {
    for pack in try tx.officePacks() {
      guard let number = try? OuterSeal.number(of: pack.outer.span),
        try custody.file.holds(file: 0, number: number)
      else { throw .backup(.custodyApart) }
    }
  }

  /// Whether a case opens: its key in use is there, and that of its pseudonym.
  func opens(_ file: Transaction.File) throws(VaultError) -> Bool {
    guard let number = try? CaseOperations.number(file),
      try custody.file.holds(file: file.key, number: number)
    else { return false }
    return (try? custody.pseudonym(of: file.key, id: file.id)) != nil
  }
}
