import AuditLog
import Sealing

extension Vault {
  /// The coarse facts of every case, one entry for all, for figures.
  ///
  /// Exact figures for somebody outside are an export of their own, a lead's alone; that small cells are
  /// suppressed in all others is for whoever counts them.
  ///
  /// - Parameters:
  ///   - field: the list of facts.
  ///   - show: each case in turn; nil where the list does not open, which is an entry of its own. Those whose keys
  ///     the reader's role was not given yet are not shown, and one entry together.
  /// - Returns: the entry, durable before anything was opened, and how many cases wait for keys.
  public func facts(
    _ field: FieldID, for use: FiguresUse, as session: borrowing Session,
    progress: (Int) -> Void = { _ in },
    _ show: (CaseID, [String]?) throws(VaultError) -> Void
  ) throws(VaultError) -> FactsLook {
    guard let rule = fields[field], rule.fieldClass == .facts else { throw .unknownField(field) }
    let (entry, principals) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, [Principal])> in
      try context.stateFigures(use)
    }
    let late = ledger.directory.epochs.filter {
      principals.contains($0.principal) && $0.classes.contains(.facts)
    }
    var (altered, waiting): ([CaseID], Int) = ([], 0)
    let keyring = session.keyring
    try looking { tx throws(VaultError) in
      let scan = FactsScan(
        vault: self, keyring: keyring, principals: principals, rule: rule, late: late)
      try scan.run(
        tx,
        { id, found throws(VaultError) in
          switch found {
          case .items(let items): try show(id, items)
          case .waiting: waiting += 1
          case .altered:
            altered.append(id)
            try show(id, nil)
          }
        }, progress)
    }
    for id in altered { _ = try noteAltered(Act.stats, id, entry, session) }
    guard waiting > 0, let epoch = late.first else { return FactsLook(entry: entry, waiting: nil) }
    try noteWaiting(waiting, entry, session)
    return FactsLook(
      entry: entry,
      waiting: .init(role: epoch.role.name, count: waiting, giver: epoch.giver.name))
  }

  /// Figures are not of all cases: one entry, however many the role was not given the keys of yet.
  private func noteWaiting(
    _ count: Int, _ ref: Int, _ session: borrowing Session
  ) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      try context.append(Act.stats, .failed) { entry in
        (entry.why, entry.ref, entry.n) = (.fieldClass, ref, Entry.bucket(count))
      }
      return .allowed(())
    }
  }

  /// Refuses a look at the facts of one case, whoever asks: they are for sums, and nobody is to be found by them
  /// (design, "Field classes": "for aggregates only").
  ///
  /// - Returns: the entry of the refusal.
  /// - Throws: `denied` to whoever has nothing to do with the case at all; `caseNotFound`.
  public func refuseFacts(
    of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> Int {
    let asked = Set(fields.rules.filter { $0.fieldClass == .facts }.map(\.id))
    return try refuse(Act.fieldRead, .fieldClass, of: id, session) { entry in
      entry.purp = purpose?.rawValue
      entry.fields = Entry.fieldCodes(asked)
    }
  }

  /// How many cases there are at most, for whoever shows how far a look at all has come.
  public func caseRows() throws(VaultError) -> Int {
    try store.look { tx throws(VaultError) in try tx.largestFileKey() }
  }
}

extension ActContext {
  /// The entry of some figures: how many cases they are of, and what they are for.
  fileprivate func stateFigures(
    _ use: FiguresUse
  ) throws(VaultError) -> Ruling<(Int, [Principal])> {
    let act = use == .look ? Act.stats : Act.export
    let kind = use == .look ? nil : use == .file ? "stats" : "stats.official"
    guard let role = role(for: use.officeAct) else {
      return try refuse(act, .role) { $0.kind = kind }
    }
    let note = try use.note.map { text throws(VaultError) in try sealed(text) }
    let count = try tx.fileCount()
    let seq = try append(act) { entry in
      (entry.kind, entry.role, entry.n) = (kind, role.rawValue, Entry.bucket(count))
      if let note { (entry.note, entry.epoch) = (Digest.of(note.bytes), note.epoch) }
    }
    if let note { try tx.insertNote(note.bytes) }
    return .allowed((seq, principals()))
  }

  /// Who receives exact figures, and by which provision, for the leads of today.
  private func sealed(_ text: String) throws(VaultError) -> (bytes: [UInt8], epoch: Int) {
    guard let lead = directory.epoch(of: .lead), let actor = directory.actor(of: asker.member)
    else { throw .officersMissing }
    let place = Digest.of(
      Array("safekeep/figures/1".utf8) + vault.id.bytes + Array(actor.description.utf8))
    let bytes = try VaultError.sealing { () throws(SealingError) in
      try SealedNote.seal(Array(text.utf8), at: place, to: lead.box)
    }
    return (bytes, Int(lead.number))
  }
}

extension FiguresUse {
  fileprivate var officeAct: OfficeAct {
    if case .official = self { return .exportFigures }
    return .countCases
  }
}
