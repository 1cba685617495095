import AuditLog
import Sealing

extension ActContext {
  /// Keeps anew, sealed to a member's new keys, what they had begun to type under the old ones: each is
  /// another box, which another entry states. What does not open any more stays as it is, and they are told
  /// when they come to it.
  func resealDrafts() throws(VaultError) {
    for row in try tx.drafts(by: asker.memberKey) {
      guard let file = try tx.file(key: row.file) else { continue }
      keyring.beginCase()
      guard let values = try? openFormer(row, of: file) else { continue }
      let keeper = DraftKeeper(self, file)
      let (inner, sealed) = try keeper.seal(
        FormDraft(row.form, correcting: row.record, values))
      var new = row
      new.sealed = sealed
      new.seq = try keeper.state(.draftSave, row.form, nil) { entry in
        (entry.sum, entry.ref) = (Digest.of(inner), row.seq)
        entry.role = asker.roles.first?.rawValue
      }
      try keeper.delete(row.seq)
      try tx.insert(new)
    }
  }

  private func openFormer(
    _ row: Transaction.DraftRow, of file: Transaction.File
  ) throws(VaultError) -> [FieldID: FieldValue] {
    let number = try CaseOperations.number(file)
    let outer = try custody.outerKey(of: file.key, number: number, into: &keyring.atHand)
    let inner = try VaultError.sealing { () throws(SealingError) in
      try DraftSeal.unwrap(
        row.sealed, vault: vault.id, of: file.id, under: outer, in: keyring.atHand)
    }
    let seal = DraftSeal(
      vault: vault.id, caseID: file.id, member: asker.member, form: row.form,
      record: row.record)
    switch keyring.former {
    case .some(let former): return try seal.open(inner, with: former.box)
    case .none: throw .doesNotOpen
    }
  }
}
