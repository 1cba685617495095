import AuditLog
import Sealing

/// Seals of before, of fields that were put under another key (`ResealNote`): who held that key holds it still.
extension Vault {
  /// Looks for them in the place of a process that died behind a restriction, and behind what this unlocking sealed
  /// anew; not while whoever is at it lives.
  func settleOverwritten(_ session: borrowing Session) throws(VaultError) -> Int? {
    let turn = ErasureSearch()
    let notes = try overwritten()
    guard !notes.isEmpty, turn.begin(self) else { return nil }
    return try withExtendedLifetime(turn) { () throws(VaultError) in try clearOverwritten(session) }
  }

  /// Looks for them in the file of the records and its journal, and writes that anew where one is there. Copies of the
  /// file are not looked through: the outer key of before is destroyed, without which a copy opens nothing.
  ///
  /// - Returns: the entry that says that one is left all the same.
  func clearOverwritten(_ session: borrowing Session) throws(VaultError) -> Int? {
    let notes = try overwritten()
    guard let newest = notes.last else { return nil }
    let scan = try VaultError.sealing { () throws(SealingError) in try ByteScan(keys: 0) }
    for note in notes { scan.look(for: note.imprints, in: id) }
    let isLeft = try isLeftInRecords(scan)
    return try act(as: session) { context throws(VaultError) -> Ruling<Int?> in
      for note in notes { try context.tx.deleteNote(Digest.of(note.encoded)) }
      guard isLeft else { return .allowed(nil) }
      return .allowed(
        try context.append(Act.fieldReseal, .failed) { entry in
          (entry.ref, entry.why) = (newest.seq, .state)
          entry.role = context.asker.roles.first?.rawValue
        })
    }
  }

  private func overwritten() throws(VaultError) -> [ResealNote] {
    try store.look { tx throws(VaultError) in
      try catchUp(tx)
      return try ResealNote.all(of: ledger, in: tx)
    }
  }
}
