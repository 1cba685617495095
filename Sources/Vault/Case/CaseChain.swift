import AuditLog

/// Does a writing and all that goes with it in one transaction, each part an entry of its own.
///
/// Every part begins with a look at the case as the part before left it, and holds it against the log.
struct CaseChain {
  let context: ActContext
  let id: CaseID

  func write(_ writing: CaseWriting) throws(VaultError) -> Ruling<Receipt> {
    let ruling = try CaseWriter(context, id).write(writing)
    guard case .allowed(let receipt) = ruling else { return ruling }
    let seq = receipt.entry
    if let draft = writing.draft, let file = try context.tx.file(id) {
      try context.tx.deleteDraft(draft, of: file.key, by: context.asker.memberKey)
    }
    for var next in writing.following {
      next.by = next.by ?? seq
      // Whether it may be written was asked with the first.
      guard case .allowed = try write(next) else { throw .changedMeanwhile }
    }
    if let gift = writing.giving { try give(gift, with: writing, at: seq) }
    if let choice = writing.ending {
      try ExcerptEnder(context, id).end(choice, by: seq, role: role(of: seq))
    }
    return ruling
  }

  private func give(
    _ gift: CaseGift, with writing: CaseWriting, at seq: Int
  ) throws(VaultError) {
    if let consent = gift.by { try checkIsConsent(consent) }
    guard let role = context.role(for: .shareExcerpt) else { throw .changedMeanwhile }
    let writer = try CaseWriter(context, id)
    var records = gift.copies.filter { !$0.fields.isEmpty }
    if !gift.own.isEmpty, case .existing(let record) = writing.records.first?.target {
      records.append(try writer.present(gift.own, of: record))
    }
    _ = try writer.give(records, to: gift.member, until: gift.until, role: role) { entry in
      (entry.by, entry.ref, entry.kind) = (gift.by, seq, gift.kind)
    }
  }

  /// What a release names as its right must be a consent that was recorded in this very case.
  private func checkIsConsent(_ seq: Int) throws(VaultError) {
    guard let file = try context.tx.file(id), try context.consent(at: seq, of: file) != nil
    else { throw .assignmentAltered(entry: seq) }
  }

  private func role(of seq: Int) throws(VaultError) -> Role {
    let entry = try context.vault.ledger.provenEntry(seq, in: context.tx)
    guard let role = entry.role.flatMap(Role.init(rawValue:)) else { throw .logBroken(at: seq) }
    return role
  }
}
