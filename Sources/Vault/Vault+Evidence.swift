import AuditLog
import Sealing

extension Vault {
  /// The files of a case, and from the log all that was done with them. The look is an entry, and so is that it
  /// was one at the files; then the entries are read.
  public func evidence(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> ListedEvidence {
    let keyring = session.keyring
    var look: Int?
    let (entry, records, contents, names) = try noting(
      Evidence.listAct, id, session, ref: { look }, fill: { $0.purp = purpose?.rawValue }
    ) { session throws(VaultError) in
      let admission = try admitEvidence(
        Evidence.listAct, fields, nil, of: id, for: purpose, as: session)
      let entry = admission.act
      look = entry
      let (contents, names) = try kept(in: id, keyring)
      let shown = try open(admission, keyring: keyring)
      return (entry, shown.records, contents, names)
    }
    try passOn(id, session)
    return ListedEvidence(
      entry: entry, records: records.filter { $0.entity == Evidence.entity }, contents: contents,
      events: try events(of: id, names, below: entry + 1, session))
  }

  /// Gives out the content of a file, piece by piece, once the entry is durable.
  ///
  /// - Parameter put: takes a piece; false where it can take no more.
  /// - Throws: `noted` `noSuchRecord`; `.evidence`; `altered` where a row is missing, moved or changed, or all
  ///   of them are not what the record says they are. What was handed over until then counts for nothing.
  public func saveEvidence(
    _ record: RecordID, _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?,
    as session: borrowing Session, _ put: ([UInt8]) -> Bool
  ) throws(VaultError) -> SavedEvidence {
    var entry: Int?
    let all = fields.union([Evidence.keyField, Evidence.sumField])
    return try noting(
      Evidence.saveAct, id, session, ref: { entry }, fill: { $0.purp = purpose?.rawValue }
    ) { session throws(VaultError) -> SavedEvidence in
      try notingState(Evidence.saveAct, id, session) {
        session throws(VaultError) -> SavedEvidence in
        let admission = try admitEvidence(
          Evidence.saveAct, all, record, of: id, for: purpose, as: session)
        entry = admission.act
        return try give(record, admission, session, put)
      }
    }
  }

  private func give(
    _ record: RecordID, _ admission: consuming Admission, _ session: borrowing Session,
    _ put: ([UInt8]) -> Bool
  ) throws(VaultError) -> SavedEvidence {
    let entry = admission.act
    let reading = EvidenceReading(
      vault: self, keyring: session.keyring, drawer: admission.opened(), record: record)
    do throws(VaultError) {
      let (count, sum) = try reading.read(put)
      return SavedEvidence(entry: entry, count: count, sum: sum.hex)
    } catch {
      guard error == .evidence(.notHere) else { throw error }
      throw try noting(error, Evidence.saveAct, session) { $0.ref = entry }
    }
  }

  /// How many files are kept in a case: whoever hands it over must know, for they do not travel.
  ///
  /// No entry is needed: it is asked of a case that this member is handing over, which is one.
  func evidenceCount(in id: CaseID) throws(VaultError) -> Int {
    try store.look { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return 0 }
      let hidden = Set(try tx.records(of: file.key).filter(\.isRetracted).map(\.id))
      return try tx.evidence(of: file.key).count { !hidden.contains($0.record) }
    }
  }

  // MARK: What is kept, and what was done

  private func kept(
    in id: CaseID, _ keyring: Keyring
  ) throws(VaultError) -> (contents: [RecordID: Int], names: [Identifier: RecordID]) {
    keyring.beginCase()
    return try looking { tx throws(VaultError) in
      guard let file = try tx.file(id) else { throw .noSuchCase }
      let key = try custody.recordKey(of: file.key, id: file.id, into: &keyring.atHand)
      var (contents, names) = ([RecordID: Int](), [Identifier: RecordID]())
      for row in try tx.evidence(of: file.key) {
        let rows = min(max(row.parts, 0), Evidence.mostRows)
        contents[row.record] = rows * AttachmentRows.capacity
        names[Pseudonym.ofRecord(row.record, key, in: keyring.atHand)] = row.record
      }
      return (contents, names)
    }
  }

  private func events(
    of id: CaseID, _ names: [Identifier: RecordID], below end: Int, _ session: borrowing Session
  ) throws(VaultError) -> [EvidenceEvent] {
    let people = PersonBook(self, session.keyring, withHandles: true)
    let rec = try looking { tx throws(VaultError) -> Identifier? in
      try tx.file(id).map { file throws(VaultError) in
        try custody.pseudonym(of: file.key, id: file.id)
      }
    }
    var found: [EvidenceEvent] = []
    try eachLeaf(below: end) { leaf throws(VaultError) in
      let entry = leaf.entry
      guard entry.rec == rec, rec != nil, entry.act.hasPrefix(Self.evidenceFamily),
        let act = EvidenceEvent.Act(
          rawValue: String(entry.act.dropFirst(Self.evidenceFamily.count)))
      else { return }
      found.append(
        EvidenceEvent(
          entry: entry.seq, time: entry.t, act: act,
          isStripped: entry.kind == Evidence.strippedKind, isDone: entry.out == .ok,
          person: try people.person(entry.actor), purpose: entry.purp,
          record: entry.item.flatMap { names[$0] }))
    }
    return found
  }

  private static let evidenceFamily = "evidence."
}
