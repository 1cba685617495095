import AuditLog
import Sealing

/// Erasures whose commands died.
extension Vault {
  /// Looks in the place of a process that died behind an erasure: whoever comes next does.
  func settleErasures(_ session: borrowing Session) throws(VaultError) -> [FinishedErasure] {
    func due(_ tx: Transaction) throws(VaultError) -> [(note: ErasureNote, entry: Entry)] {
      try catchUp(tx)
      return try erasureNotes(tx)
    }
    let search = ErasureSearch()
    guard let newest = try store.look(due).last, search.begin(self) else { return [] }
    // Who was at it may have finished it meanwhile.
    let left = try store.look(due)
    guard !left.isEmpty else { return [] }
    let scan = try VaultError.sealing { () throws(SealingError) in try ByteScan(keys: 0) }
    for found in left { scan.look(for: found.note.imprints, in: id) }
    let searched = try look(for: scan, session)
    let role = ledger.directory.roles(of: session.member).first
    let failed = try conclude(
      searched, of: newest.note.seq, left.map { Digest.of($0.note.encoded) }, session
    ) { role }
    return left.map { note, entry in
      var erasure = Erasure(note, entry)
      erasure.searched = searched
      return FinishedErasure(erasure: erasure, failed: failed)
    }
  }

  /// What an ask came to that was given before, as the log has it. The look at what waits is the entry.
  public func erasure(answering asked: Int) throws(VaultError) -> Int? {
    try store.look { tx throws(VaultError) in
      try catchUp(tx)
      guard (0..<ledger.frontier.size).contains(asked) else { return nil }
      var found: Int?
      try tx.eachLeaf(from: asked + 1, below: ledger.frontier.size) {
        seq, bytes throws(VaultError) in
        guard found == nil, let entry = try? Leaf(parsing: bytes).entry else { return }
        if Self.erasures.contains(entry.act), entry.out == .ok, entry.gen != nil, entry.ref == asked
        {
          found = seq
        }
      }
      // Bytes found it; that it is an entry of this log the tree says.
      guard let found, try ledger.provenEntry(found, in: tx).ref == asked else { return nil }
      return found
    }
  }
}
