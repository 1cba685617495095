import AuditLog
import Sealing

extension Vault {
  /// Reads the kept versions of named fields of a case, newest first: decide, write down, then open. Who reads the
  /// newest version of a field reads those before it, as far as the keys go that they were given.
  ///
  /// - Parameter purpose: needed where a field's class is restricted.
  /// - Throws: what ``read(_:of:for:as:)`` throws; `changedMeanwhile` where somebody wrote just now; `noted`
  ///   `noSuchRecord`.
  public func history(
    _ choice: HistoryChoice, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> KeptHistory {
    var entry: Int?
    let keyring = session.keyring
    let shown = try noting(
      Act.fieldRead, id, session, ref: { entry },
      fill: { entry in
        entry.purp = purpose?.rawValue
        entry.fields = Entry.fieldCodes(choice.fields)
      }
    ) { session throws(VaultError) in
      try notingRecord(choice, id, purpose, session) { session throws(VaultError) in
        let stated = try statedVersions(of: id)
        var plan: HistoryPlan?
        let admission = try admit(choice.fields, of: id, for: purpose, as: session) {
          drawer, context throws(VaultError) in
          let found = try HistoryPlan(choice, in: drawer, stated, context)
          plan = found
          return found.taken(from: drawer)
        }
        entry = admission.entry
        guard let plan else { throw .doesNotOpen }
        return try open(admission, plan, keyring: keyring)
      }
    }
    try passOn(id, session)
    return shown
  }

  private func notingRecord(
    _ choice: HistoryChoice, _ id: CaseID, _ purpose: Purpose?, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> KeptHistory
  ) throws(VaultError) -> KeptHistory {
    do { return try body(session) } catch .noSuchRecord {
      let rec = try looking { tx throws(VaultError) in
        try tx.file(id).map { file throws(VaultError) in
          try custody.pseudonym(of: file.key, id: file.id)
        }
      }
      throw try noting(.noSuchRecord, Act.fieldRead, session) { entry in
        (entry.rec, entry.purp) = (rec, purpose?.rawValue)
        entry.fields = Entry.fieldCodes(choice.fields)
      }
    }
  }

  /// What the log states of the versions of a case. It is read before anything is decided, for the order of the
  /// versions is in it, and shows nothing.
  private func statedVersions(of id: CaseID) throws(VaultError) -> StatedVersions {
    let rec = try looking { tx throws(VaultError) -> Identifier in
      try catchUp(tx)
      guard let file = try tx.file(id) else { throw .noSuchCase }
      return try custody.pseudonym(of: file.key, id: file.id)
    }
    var stated = StatedVersions(of: rec, in: self)
    try eachLeaf(below: stated.size) { leaf throws(VaultError) in stated.take(leaf.entry) }
    return stated
  }

  private func open(
    _ admission: consuming Admission, _ plan: HistoryPlan, keyring: Keyring
  ) throws(VaultError) -> KeptHistory {
    let entry = admission.entry
    let drawer = admission.opened()
    return try opening(drawer, keyring) { keys, tx throws(VaultError) in
      let versions = try plan.lines.map { line throws(VaultError) in
        guard let rule = fields[line.field.id] else { throw .doesNotOpen }
        let opener = FieldOpener(
          vault: self.id, file: drawer.file, record: line.row.id, keys: keys, keyring: keyring,
          tx: tx)
        return KeptVersion(
          record: line.row.id, field: line.field.id, version: line.field.version,
          value: try opener.open(
            line.field, rule, keyClass: drawer.restrictions.keyClass(of: rule)),
          writer: line.writer, stated: line.stated)
      }
      return KeptHistory(
        entry: entry, versions: versions, count: plan.count, ungiven: plan.ungiven,
        hasCopies: plan.hasCopies)
    }
  }
}
