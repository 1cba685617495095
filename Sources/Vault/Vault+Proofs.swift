import AuditLog
import Sealing

extension Vault {
  /// One entry with the proof that it is in the log, for somebody who has neither the vault nor this
  /// program. Giving it out is an entry, written first.
  ///
  /// - Throws: `noSuchEntry`.
  public func prove(_ seq: Int, as session: borrowing Session) throws(VaultError) -> ProvenEntry {
    let entry = try stateExport("proof", of: seq, as: .exportLog, session) { $0.ref = seq }
    return try store.look { tx throws(VaultError) in
      let (leaf, hashes) = try ledger.provenLeaf(seq, in: tx)
      let proof = EntryProof(index: seq, hashes: hashes, checkpoint: try ledger.signedHead())
      return ProvenEntry(
        leaf: leaf.bytes, proof: proof.bytes, size: ledger.frontier.size, entry: entry)
    }
  }

  /// Writes down that something of the log is given out, before it is.
  ///
  /// - Parameter seq: the entry that is wanted, up to this very one. One that there is not is refused.
  /// - Throws: `noSuchEntry` with the entry of that refusal.
  func stateExport(
    _ kind: String, of seq: Int = 0, as office: OfficeAct, _ session: borrowing Session,
    _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    let (entry, isThere) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Bool)> in
      guard let role = context.role(for: office) else {
        return try context.refuse(Act.auditExport, .role) { $0.kind = kind }
      }
      guard (0...ledger.frontier.size).contains(seq) else {
        let refused = try context.append(Act.auditExport, .denied) { entry in
          (entry.kind, entry.why, entry.role) = (kind, .state, role.rawValue)
          entry.ref = Entry.number(seq)
        }
        return .allowed((refused, false))
      }
      let seq = try context.append(Act.auditExport) { entry in
        entry.kind = kind
        entry.role = role.rawValue
        fill(&entry)
      }
      return .allowed((seq, true))
    }
    guard isThere else { throw .noSuchEntry(recorded: entry) }
    return entry
  }
}

extension Ledger {
  /// The newest head with its signatures.
  func signedHead() throws(VaultError) -> SignedNote {
    do { return try SignedNote(parsing: note) } catch { throw .logBroken(at: nil) }
  }
}
