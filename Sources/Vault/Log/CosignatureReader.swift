import AuditLog
import Sealing

/// Finds in a file the line of a witness and the head of this log that it is good for.
struct CosignatureReader {
  let vault: Vault
  let tx: Transaction
  /// The witness's key, where the person gave it.
  let given: NoteKey?

  struct Found {
    let head: Checkpoint
    let signature: NoteSignature
    let key: NoteKey
  }

  /// A note, or lines alone; these may be for any head that was carried out.
  func read(_ file: [UInt8]) throws(VaultError) -> Found {
    let keys = try keys()
    if let note = try? SignedNote(parsing: file) {
      return try found(in: note.signatures, keys, under: [try ownHead(note.text)])
    }
    guard let lines = try? NoteSignature.lines(in: file) else { throw .cosignature(.form) }
    var heads: [Checkpoint] = []
    for row in try tx.asked(Vault.cosignRequest) {
      guard let note = try? SignedNote(parsing: row.note) else { continue }
      if let head = try? ownHead(note.text) { heads.append(head) }
    }
    return try found(in: lines, keys, under: heads)
  }

  private func found(
    in lines: [NoteSignature], _ keys: [NoteKey], under heads: [Checkpoint]
  ) throws(VaultError) -> Found {
    var isNamed = false
    for key in keys {
      for line in lines where line.keyID == key.id && line.name == key.name {
        isNamed = true
        for head in heads where OutsideCheck.head(head, line, of: key, entry: 0) != nil {
          return Found(head: head, signature: line, key: key)
        }
      }
    }
    throw .cosignature(isNamed ? .signature : .unknownWitness)
  }

  /// The head in a text, which must be one that this log had.
  private func ownHead(_ text: [UInt8]) throws(VaultError) -> Checkpoint {
    guard let head = try? Checkpoint(parsing: text), head.origin == vault.origin,
      try vault.prover(tx).head(of: head.size) == head
    else { throw .cosignature(.head) }
    return head
  }

  /// The key that was given, else those that entries of this log name already.
  private func keys() throws(VaultError) -> [NoteKey] {
    if let given { return [given] }
    return try vault.witnessKeys(tx)
  }
}

extension Vault {
  /// The keys of the witnesses whose lines are kept, as their entries name them.
  func witnessKeys(_ tx: Transaction) throws(VaultError) -> [NoteKey] {
    var keys: [NoteKey] = []
    for row in try tx.cosignatures() {
      let entry = try ledger.provenEntry(row.seq, in: tx)
      guard entry.act == Act.cosignReceipt, let text = entry.vkey,
        let key = try? NoteKey(parsing: text), !keys.contains(key)
      else { continue }
      keys.append(key)
    }
    return keys
  }
}
