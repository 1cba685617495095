import AuditLog
import Sealing

extension CaseExaminer {
  /// Drafts are no part of the manifest: each is held against the entry that it names. One that was taken out
  /// is not missed, for it may have been recorded, or its author have left.
  func draftFault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ roster: Roster, _ tx: Transaction
  ) throws(VaultError) -> Fault? {
    for row in try tx.drafts(of: file.key) {
      guard try isStated(row, of: file, roster, tx) else { return ("case.draft", last.seq) }
    }
    return nil
  }

  private func isStated(
    _ row: Transaction.DraftRow, of file: Transaction.File, _ roster: Roster, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard let bytes = try tx.leaf(at: row.seq), let entry = (try? Leaf(parsing: bytes))?.entry,
      let number = try? OuterSeal.number(of: row.sealed.span)
    else { return false }
    let inner = try? custody.withOuterKey(of: file.key, number: number) {
      key, arena throws(VaultError) in
      try VaultError.sealing { () throws(SealingError) in
        try DraftSeal.unwrap(row.sealed, vault: vault, of: file.id, under: key, in: arena)
      }
    }
    let author = try tx.memberID(row.member).identifier
    let rec = try custody.pseudonym(of: file.key, id: file.id)
    guard let inner, entry.act == CaseAct.draftSave.rawValue, entry.out == .ok else { return false }
    return entry.kind == row.form && entry.rec == rec && entry.sum == Digest.of(inner)
      && roster.member(entry.actor)?.id == author
  }
}
