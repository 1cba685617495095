import AuditLog
import Sealing

/// What somebody typed into a form that they had to leave: kept for them alone, and offered again.
extension Vault {
  /// Keeps a draft, by whoever may write all that stands in it.
  ///
  /// - Parameter old: the entry of the draft that it goes on from: that one goes.
  /// - Returns: the entry that says so, by which it is opened again.
  public func keepDraft(
    _ draft: FormDraft, of id: CaseID, replacing old: Int? = nil, as session: borrowing Session
  ) throws(VaultError) -> Int {
    let act = CaseAct.draftSave.rawValue
    return try noting(act, id, session, fill: { $0.kind = draft.form }) {
      session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try DraftKeeper(context, id).keep(draft, replacing: old)
      }
    }
  }

  /// The drafts of this member in a case, the newest first; none for who has nothing to do with it. Nothing
  /// is opened, and like `mayRead` it has no entry: it tells of the asker alone.
  public func drafts(
    of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> [WaitingDraft] {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(CaseAct.draftOpen.rawValue, id, session) { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return [] }
      let own = try tx.drafts(of: file.key).filter { $0.member == memberKey }
      guard !own.isEmpty,
        try gate(tx).refusal(of: standings(of: asker(member, memberKey), to: file, gate(tx))) == nil
      else { return [] }
      return own.map { row in
        WaitingDraft(
          entry: row.seq, form: row.form, record: row.record,
          saved: try? ledger.provenEntry(row.seq, in: tx).t)
      }
    }
  }

  /// Opens a draft of this member: first the entry, then the seals.
  ///
  /// - Throws: `denied` where they have none of that entry; `altered` where it is not the one that they
  ///   kept.
  public func openDraft(
    _ seq: Int, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> OpenedDraft {
    let (act, keyring, member) = (CaseAct.draftOpen.rawValue, session.keyring, session.member)
    var entry: Int?
    return try noting(act, id, session, ref: { entry }) { session throws(VaultError) in
      let (stated, sum, row) = try self.act(as: session) {
        context throws(VaultError) in try DraftKeeper(context, id).beginOpening(seq)
      }
      entry = stated
      let inner = try outerOpened(row, of: id, keyring)
      guard Digest.of(inner) == sum else { throw .doesNotOpen }
      let seal = DraftSeal(
        vault: self.id, caseID: id, member: member, form: row.form, record: row.record)
      let values = try seal.open(inner, with: keyring.bundle.box)
      return OpenedDraft(
        values: values, overtaken: try overtaken(Set(values.keys), row, id, keyring))
    }
  }

  /// Of the fields of a draft those that an entry behind its own wrote, in the record that it corrects where it
  /// corrects one.
  private func overtaken(
    _ fields: Set<FieldID>, _ row: Transaction.DraftRow, _ id: CaseID, _ keyring: Keyring
  ) throws(VaultError) -> Set<FieldID> {
    keyring.beginCase()
    var found: Set<FieldID> = []
    try looking { tx throws(VaultError) in
      try catchUp(tx)
      guard let file = try tx.file(id) else { throw .noSuchCase }
      let rec = try custody.pseudonym(of: file.key, id: id)
      let key = try custody.recordKey(of: file.key, id: id, into: &keyring.atHand)
      let item = row.record.map { Pseudonym.ofRecord($0, key, in: keyring.atHand) }
      try tx.eachLeaf(from: row.seq + 1, below: ledger.frontier.size) {
        _, bytes throws(VaultError) in
        guard let entry = try? Leaf(parsing: bytes).entry, entry.rec == rec, entry.out == .ok,
          entry.man != nil, item == nil || entry.item == nil || entry.item == item
        else { return }
        let codes = entry.fields ?? []
        for field in fields {
          let code = Entry.fieldCode(field.rawValue)
          if codes.contains(where: { $0 == code || $0.hasPrefix(code + ":") }) {
            found.insert(field)
          }
        }
      }
    }
    return found
  }

  private func outerOpened(
    _ row: Transaction.DraftRow, of id: CaseID, _ keyring: Keyring
  ) throws(VaultError) -> [UInt8] {
    keyring.beginCase()
    return try looking { _ throws(VaultError) in
      guard let number = try? OuterSeal.number(of: row.sealed.span) else { throw .doesNotOpen }
      let outer = try custody.outerKey(of: row.file, number: number, into: &keyring.atHand)
      return try VaultError.sealing { () throws(SealingError) in
        try DraftSeal.unwrap(
          row.sealed, vault: self.id, of: id, under: outer, in: keyring.atHand)
      }
    }
  }

  /// Throws a draft of this member away.
  public func dropDraft(
    _ seq: Int, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Int {
    try noting(CaseAct.draftDrop.rawValue, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try DraftKeeper(context, id).drop(seq)
      }
    }
  }
}
