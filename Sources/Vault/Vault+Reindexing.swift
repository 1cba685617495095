import AuditLog
import Sealing

/// The index made good: what it lacks is known from the versions of fields, and made from what the cases say.
extension Vault {
  /// How the cases of the member's own list stand in the index: those that are not in it, and fields that it has of an
  /// earlier version than the record.
  ///
  /// - Parameter searchable: the fields that people are found by.
  /// - Returns: how many cases do not open, beside.
  public func indexFaults(
    of searchable: Set<FieldID>, as session: borrowing Session
  ) throws(VaultError) -> (entry: Int, faults: [SearchState], shut: Int, hasStrays: Bool) {
    let (member, keyring, sid) = ((session.member, session.memberKey), session.keyring, session.sid)
    let (entry, files) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, ActContext.Visible)> in
      guard let role = context.role(for: .searchPeople) else {
        return try context.refuse(Act.list, .role) { $0.kind = Self.indexKind }
      }
      let files = try context.visibleFiles()
      let seq = try context.append(Act.list) { entry in
        (entry.kind, entry.role) = (Self.indexKind, role.rawValue)
        entry.n = Entry.bucket(files.count)
      }
      return .allowed((seq, files))
    }
    let (faults, shut, hasStrays) = try looking {
      tx throws(VaultError) -> ([SearchState], Int, Bool) in
      let context = ActContext(
        vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid)
      let check = IndexCheck(context, searchable)
      var (found, shut): ([SearchState], Int) = ([], 0)
      func look(at key: Int) throws(VaultError) {
        // A case whose key is lost keeps no other out of the index.
        do { try check.look(at: key, into: &found) } catch {
          guard error.isAlteration else { throw error }
          shut += 1
        }
      }
      if let keys = files.keys {
        for key in keys { try look(at: key) }
      } else {
        try tx.eachFileKey { key throws(VaultError) in try look(at: key) }
      }
      return (found, shut, try SearchIndex(context).strays().isEmpty == false)
    }
    return (entry, faults, shut, hasStrays)
  }

  /// `kind` of a look at the index, and of making it anew.
  static let indexKind = "index"

  /// Puts cases into the index with all that they are found by, in place of whatever it had of them: one entry for all.
  /// A segment that does not open is begun anew. Without any case, those are taken out that are of none.
  ///
  /// - Throws: `denied` for who does not hold the index key, or may not read one of the cases.
  public func reindex(
    _ cases: [(id: CaseID, fields: [SearchField])], as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .searchPeople) else {
        return try context.refuse(Act.recoveryRun, .role) { $0.kind = Self.indexKind }
      }
      let index = SearchIndex(context)
      for item in cases {
        guard let file = try context.tx.file(item.id) else { continue }
        let standings = try context.gate.standings(of: context.asker, to: file)
        if let reason = context.gate.refusal(of: standings) {
          return try context.refuse(Act.recoveryRun, reason) { $0.kind = Self.indexKind }
        }
        try IndexCheck(context, []).put(item.fields, of: file, index)
      }
      try index.flush()
      if cases.isEmpty { try index.dropStrays() }
      return .allowed(
        try context.append(Act.recoveryRun) { entry in
          (entry.kind, entry.role) = (Self.indexKind, role.rawValue)
          entry.n = Entry.bucket(cases.count)
        })
    }
    return Receipt(entry: entry)
  }
}
