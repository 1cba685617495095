import AuditLog
import Sealing

/// The drafts of one case, inside one transaction.
struct DraftKeeper {
  let context: ActContext
  let file: Transaction.File

  var tx: Transaction { context.tx }

  init(_ context: ActContext, _ file: Transaction.File) {
    (self.context, self.file) = (context, file)
  }

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    context.keyring.beginCase()
    self.init(context, file)
  }

  // MARK: Its author's acts

  /// Keeps a draft of whoever may write all that stands in it.
  ///
  /// - Parameter old: the one that it goes on from, which goes.
  func keep(_ draft: FormDraft, replacing old: Int?) throws(VaultError) -> Ruling<Int> {
    let act = CaseAct.draftSave
    let standings = try standings()
    if let reason = context.gate.refusal(of: standings) {
      return try refuse(act, draft.form, reason)
    }
    guard !draft.values.isEmpty else { throw .nothingToDo }
    var role: Role?
    for field in draft.values.keys.sorted() {
      guard let rule = context.vault.fields[field] else { throw .unknownField(field) }
      switch Policy.decide(.write, rule, purpose: nil, standings: standings) {
      case .allowed(let used, _): role = role ?? used
      case .denied(let reason): return try refuse(act, draft.form, reason)
      }
    }
    let (inner, sealed) = try seal(draft)
    let replaced = try old.flatMap { entry throws(VaultError) in try own(entry)?.seq }
    let seq = try state(act, draft.form, standings.first { $0.role == role }) { entry in
      (entry.sum, entry.ref) = (Digest.of(inner), replaced)
    }
    if let replaced { try delete(replaced) }
    try tx.insert(
      Transaction.DraftRow(
        seq: seq, file: file.key, member: context.asker.memberKey, form: draft.form,
        record: draft.record, sealed: sealed))
    return .allowed(seq)
  }

  /// States that a draft is opened, and hands it out as it lies there.
  func beginOpening(
    _ seq: Int
  ) throws(VaultError) -> Ruling<(entry: Int, sum: Digest, row: Transaction.DraftRow)> {
    let (act, standings) = (CaseAct.draftOpen, try standings())
    let row = try own(seq)
    if let reason = context.gate.refusal(of: standings) ?? (row == nil ? .state : nil) {
      return try refuse(act, row?.form, reason)
    }
    guard let row, let sum = try stated(row) else { throw .doesNotOpen }
    let entry = try state(act, row.form, readers(standings).first) { $0.ref = seq }
    return .allowed((entry, sum, row))
  }

  /// Throws a draft away, whatever it has become.
  func drop(_ seq: Int) throws(VaultError) -> Ruling<Int> {
    let (act, standings) = (CaseAct.draftDrop, try standings())
    let row = try own(seq)
    if let reason = context.gate.refusal(of: standings) ?? (row == nil ? .state : nil) {
      return try refuse(act, row?.form, reason)
    }
    let entry = try state(act, row?.form, readers(standings).first) { $0.ref = seq }
    try delete(seq)
    return .allowed(entry)
  }

  /// What the entry says of a row; nil where it does not say just this of just this draft.
  private func stated(_ row: Transaction.DraftRow) throws(VaultError) -> Digest? {
    guard (0..<context.vault.ledger.frontier.size).contains(row.seq) else { return nil }
    let entry = try context.vault.ledger.provenEntry(row.seq, in: tx)
    guard entry.act == CaseAct.draftSave.rawValue, entry.out == .ok, entry.kind == row.form,
      context.directory.member(entry.actor) == context.asker.member,
      try entry.rec == context.pseudonym(file)
    else { return nil }
    return entry.sum
  }

  private func own(_ seq: Int) throws(VaultError) -> Transaction.DraftRow? {
    try tx.drafts(of: file.key).first { $0.seq == seq && $0.member == context.asker.memberKey }
  }

  func delete(_ seq: Int) throws(VaultError) {
    try tx.deleteDraft(seq, of: file.key, by: context.asker.memberKey)
  }

  // MARK: Who, and what is said of it

  private func standings() throws(VaultError) -> [Gate.Standing] {
    try context.gate.standings(
      of: context.asker, to: file, holdsExcerpt: context.holdsExcerpt(of: file))
  }

  private func readers(_ standings: [Gate.Standing]) -> [Gate.Standing] {
    standings.filter { !$0.role.isBlind && $0.relation != .stranger }
  }

  func state(
    _ act: CaseAct, _ form: String?, _ standing: Gate.Standing?, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Int {
    let rec = try context.pseudonym(file)
    return try context.append(act.rawValue) { entry in
      (entry.rec, entry.kind) = (rec, form)
      (entry.role, entry.by) = (standing?.role.rawValue, standing?.by)
      fill(&entry)
    }
  }

  private func refuse<Value>(
    _ act: CaseAct, _ form: String?, _ reason: Refusal
  ) throws(VaultError) -> Ruling<Value> {
    let rec = try context.pseudonym(file)
    return try context.refuse(act.rawValue, reason) { ($0.rec, $0.kind) = (rec, form) }
  }

  // MARK: Sealing

  func seal(
    _ draft: FormDraft
  ) throws(VaultError) -> (inner: [UInt8], sealed: [UInt8]) {
    let keyring = context.keyring
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(
      of: file.key, number: number, into: &keyring.atHand)
    let seal = DraftSeal(
      vault: context.vault.id, caseID: file.id, member: context.asker.member, form: draft.form,
      record: draft.record)
    do throws(SealingError) {
      let inner = try seal.seal(draft.values, to: keyring.bundle.box.publicKey)
      let sealed = try DraftSeal.wrap(
        inner, vault: context.vault.id, of: file.id, number: number, under: outer,
        in: keyring.atHand)
      return (inner, sealed)
    } catch {
      // What is too long to keep is no alteration.
      throw error == .length ? .sealing : VaultError(error)
    }
  }

  /// Where the outer key is replaced: the drafts of who is gone go with what they could open, the others
  /// are put under the new key. What does not open stays as it is, and its author is told.
  func reseal(
    except gone: Set<Int>, from old: KeyHandle, under new: KeyHandle, number: UInt32
  ) throws(VaultError) {
    let (keyring, vault) = (context.keyring, context.vault.id)
    for row in try tx.drafts(of: file.key) {
      let author = Principal.member(try tx.memberID(row.member).identifier)
      if let principal = try tx.knownPrincipalKey(author), gone.contains(principal) {
        try tx.deleteDraft(row.seq, of: file.key, by: row.member)
        continue
      }
      guard
        let inner = try? DraftSeal.unwrap(
          row.sealed, vault: vault, of: file.id, under: old, in: keyring.atHand)
      else { continue }
      let sealed = try VaultError.sealing { () throws(SealingError) in
        try DraftSeal.wrap(
          inner, vault: vault, of: file.id, number: number, under: new, in: keyring.atHand)
      }
      try tx.setDraft(sealed, at: row.seq)
    }
  }
}
