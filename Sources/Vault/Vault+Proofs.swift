import AuditLog
import Sealing

extension Vault {
  /// One entry with the proof that it is in the log, for somebody who has neither the vault nor this
  /// program. Giving it out is an entry, written first.
  ///
  /// - Throws: `noSuchEntry`.
  public func prove(_ seq: Int, as session: borrowing Session) throws(VaultError) -> ProvenEntry {
    let entry = try stateExport("proof", as: .exportLog, session) { $0.ref = Entry.number(seq) }
    guard (0..<ledger.frontier.size).contains(seq) else { throw .noSuchEntry(recorded: entry) }
    return try store.look { tx throws(VaultError) in
      let (leaf, hashes) = try ledger.provenLeaf(seq, in: tx)
      let proof = EntryProof(index: seq, hashes: hashes, checkpoint: try ledger.signedHead())
      return ProvenEntry(
        leaf: leaf.bytes, proof: proof.bytes, size: ledger.frontier.size, entry: entry)
    }
  }

  /// Writes down that something of the log is given out, before it is.
  func stateExport(
    _ kind: String, as office: OfficeAct, _ session: borrowing Session,
    _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: office) else {
        return try context.refuse(Act.auditExport, .role) { $0.kind = kind }
      }
      return .allowed(
        try context.append(Act.auditExport) { entry in
          entry.kind = kind
          entry.role = role.rawValue
          fill(&entry)
        })
    }
  }
}

extension Ledger {
  /// The newest head with its signatures.
  func signedHead() throws(VaultError) -> SignedNote {
    do { return try SignedNote(parsing: note) } catch { throw .logBroken(at: nil) }
  }
}
