import AuditLog
import Sealing

extension Vault {
  /// Hands over whatever the log holds of one case, for the person concerned: who looked and who was
  /// refused, when, what for. The entry comes first. A lead may ask, and a social worker who has the case.
  ///
  /// - Parameter row: fields of the operations row that are told with it.
  /// - Throws: `denied`, `caseNotFound` with the entry of the refusal.
  public func accesses(
    of id: CaseID, with row: Set<FieldID> = [], as session: borrowing Session,
    _ show: (ReportedAccess) throws(VaultError) -> Void
  ) throws(VaultError) -> CaseAccount {
    let (entry, rec) = try noting(
      Act.auditExport, id, session, fill: { $0.kind = Self.accessesKind }
    ) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<(Int, Identifier)> in
        try context.ruleOnAccesses(of: id)
      }
    }
    let people = PersonBook(self, session.keyring, withHandles: true)
    var reader = try reportReader(ReportScope(), below: entry + 1)
    var acts: [Int: String] = [:]
    var emergencies: [Int: ReportedEmergency] = [:]
    try eachLeaf(below: entry + 1) { leaf throws(VaultError) in
      let access: ReportAccess?
      do { access = try reader.take(leaf) } catch { throw .logBroken(at: leaf.entry.seq) }
      let entry = leaf.entry
      if entry.rec == rec || entry.act == Act.auditReveal { acts[entry.seq] = entry.act }
      guard entry.rec == rec else { return }
      emergencies[entry.seq] = ReportedEmergency(entry)
      var emergency: ReportedEmergency?
      if case .entry(let seq) = access?.right { emergency = emergencies[seq] }
      try show(
        told(
          access ?? ReportAccess(entry: entry, right: .none), people,
          answered: entry.ref.flatMap { acts[$0] }, in: emergency))
    }
    return CaseAccount(entry: entry, operations: told(row, of: id, session.keyring))
  }

  /// Behind the entry of the account. What is wrong with a case that does not open the account says itself.
  private func told(
    _ row: Set<FieldID>, of id: CaseID, _ keyring: Keyring
  ) -> [FieldID: FieldValue] {
    let values = try? looking { tx throws(VaultError) -> [FieldID: FieldValue] in
      guard !row.isEmpty, let file = try tx.file(id) else { return [:] }
      keyring.beginCase()
      return try operations(of: file, keyring, tx).values
    }
    return (values ?? [:]).filter { row.contains($0.key) }
  }

  static let accessesKind = "accesses"
}

extension ActContext {
  fileprivate func ruleOnAccesses(
    of id: CaseID
  ) throws(VaultError) -> Ruling<(Int, Identifier)> {
    // Of a case that was handed over the log stays, and the person may ask who looked.
    guard let file = try tx.storedFile(id) else { throw .noSuchCase }
    keyring.beginCase()
    let rec = try pseudonym(file)
    let standings = try gate.standings(of: asker, to: file)
    let found = standings.first { standing in
      standing.role == .lead
        || standing.role == .socialWorker && standing.relation != .stranger
    }
    guard let found else {
      let mayEver = asker.roles.contains(.socialWorker)
      return try refuse(Act.auditExport, mayEver ? .notAssigned : .role) { entry in
        (entry.kind, entry.rec) = (Vault.accessesKind, rec)
      }
    }
    let seq = try append(Act.auditExport) { entry in
      (entry.kind, entry.rec, entry.by) = (Vault.accessesKind, rec, found.by)
      (entry.role, entry.purp) = (found.role.rawValue, Purpose.patientRequest.rawValue)
    }
    return .allowed((seq, rec))
  }
}
