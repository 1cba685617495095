import AuditLog
import Sealing

/// What is asked of witnesses, and what they answer.
extension Vault {
  /// A request to a witness to sign the present head (the `add-checkpoint` body of c2sp.org/tlog-witness).
  ///
  /// Each request is an entry, and so makes a head of its own: for several witnesses to sign the same one, as a
  /// quorum is counted (c2sp.org/tlog-policy), the later ones are asked for the head of the first request.
  ///
  /// - Parameters:
  ///   - old: the size that the witness signed last; nil for the largest that any signed, of that head or before.
  ///   - head: the size of a head of which somebody was asked before; nil for the present one.
  /// - Throws: `noted` with `noSuchSize` where the log is smaller, or nobody was asked of such a head.
  public func cosignRequest(
    old: Int?, head: Int? = nil, as session: borrowing Session
  ) throws(VaultError) -> CarriedHead {
    let (entry, note) = try carry(Self.cosignRequest, from: old ?? 0, to: head, session) {
      _ throws(VaultError) in []
    }
    let newest = try outsideHeads().cosigned.map(\.size).filter { $0 <= head ?? .max }.max()
    let old = old ?? newest ?? 0
    if let led = try changedHead(after: old), led.size <= head ?? .max {
      return try carry(led.note, of: led.size, from: old, entry)
    }
    if let head, let asked = try store.look({ tx throws(VaultError) in try askedHead(head, tx) }) {
      return try carry(asked, of: head, from: old, entry)
    }
    let hashes = try store.look { tx throws(VaultError) in
      try prover(tx).proof(from: old)
    }
    let request = WitnessRequest(oldSize: old, hashes: hashes, checkpoint: note)
    return CarriedHead(
      bytes: request.bytes, note: note.bytes, size: ledger.frontier.size, old: old, entry: entry,
      logKeys: logKeys(under: note))
  }

  /// The head of that size, of which a witness was asked before; nil where there is none that this log had.
  func askedHead(_ size: Int, _ tx: Transaction) throws(VaultError) -> SignedNote? {
    guard let row = try tx.asked(Self.cosignRequest).first(where: { $0.size == size }),
      let note = try? SignedNote(parsing: row.note).bare(),
      try OutsideCheck(prover: prover(tx), roster: ledger.roster).isHead(row.note, ofSize: size)
    else { return nil }
    return note
  }

  /// The first head after a size that two log keys signed: a witness that trusts only the old one is led
  /// over it, and asked for the present head with the next request.
  private func changedHead(after old: Int) throws(VaultError) -> (note: SignedNote, size: Int)? {
    guard old > 0 else { return nil }
    return try store.look { tx throws(VaultError) in
      for row in try tx.asked(Ledger.keyChange).reversed() where row.size > old {
        guard let note = try? SignedNote(parsing: row.note).bare(),
          let head = try? Checkpoint(parsing: note.text),
          try prover(tx).head(of: row.size) == head,
          let key = ledger.roster.logKey(size: row.size)?.key, note.verdict(of: key) == .valid
        else { continue }
        return (note, row.size)
      }
      return nil
    }
  }

  private func logKeys(under note: SignedNote) -> [String] {
    ledger.roster.logKeys.filter { note.verdict(of: $0.key) == .valid }.map(\.key.text)
  }

  private func carry(
    _ note: SignedNote, of size: Int, from old: Int, _ entry: Int
  ) throws(VaultError) -> CarriedHead {
    let row = Transaction.AskedRow(
      kind: Self.cosignRequest, size: size, note: note.bytes, query: [])
    let hashes = try store.transaction { tx throws(VaultError) in
      try tx.keep(row)
      return try prover(tx).proof(from: old, to: size)
    }
    let request = WitnessRequest(oldSize: old, hashes: hashes, checkpoint: note)
    return CarriedHead(
      bytes: request.bytes, note: note.bytes, size: size, old: old, entry: entry,
      logKeys: logKeys(under: note))
  }

  /// Takes in a witness's line: verified, stored and stated by an entry in one transaction.
  ///
  /// - Parameters:
  ///   - file: the head with the witness's line under it, or the line alone.
  ///   - witness: the witness's vkey; nil where an earlier entry of the log names it.
  /// - Throws: `cosignature` by reason.
  public func addCosignature(
    _ file: [UInt8], witness: String?, as session: borrowing Session
  ) throws(VaultError) -> CosignedHead {
    try notingBrought(Act.cosignReceipt, for: .anchorLog, session) { session throws(VaultError) in
      try keep(cosignature: file, witness, session)
    }
  }

  private func keep(
    cosignature file: [UInt8], _ witness: String?, _ session: borrowing Session
  ) throws(VaultError) -> CosignedHead {
    try act(as: session) { context throws(VaultError) -> Ruling<CosignedHead> in
      guard let role = context.role(for: .anchorLog) else {
        return try context.refuse(Act.cosignReceipt, .role)
      }
      let given = try Self.witnessKey(witness)
      let found = try CosignatureReader(vault: self, tx: context.tx, given: given).read(file)
      let line = String(decoding: found.signature.line, as: UTF8.self)
      let kept = try context.tx.cosignatures()
      guard !kept.contains(where: { $0.line == line }) else { throw VaultError.cosignature(.known) }
      let seq = try context.append(Act.cosignReceipt) { entry in
        (entry.vkey, entry.sum) = (found.key.text, Digest.of(found.signature.line))
        (entry.ref, entry.role) = (found.head.size - 1, role.rawValue)
      }
      try context.tx.insert(.init(seq: seq, size: found.head.size, line: line))
      guard let head = OutsideCheck.head(found.head, found.signature, of: found.key, entry: seq)
      else { throw VaultError.cosignature(.signature) }
      return .allowed(head)
    }
  }

  private static func witnessKey(_ text: String?) throws(VaultError) -> NoteKey? {
    guard let text else { return nil }
    guard let key = try? NoteKey(parsing: text), key.algorithm == .cosignature else {
      throw .cosignature(.key)
    }
    return key
  }
}
