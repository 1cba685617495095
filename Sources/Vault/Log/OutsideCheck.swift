import AuditLog
import Sealing

/// Holds what is kept of witnesses and authorities against the entries, the tree and the signatures.
struct OutsideCheck {
  let prover: HeadProver
  let roster: Roster

  /// Kind of the only anchors there are.
  static let timestamp = "rfc3161"

  /// What a witness says; nil where the row is not what the entry states, or its line is not good.
  func cosigned(
    _ row: Transaction.CosignatureRow, _ entry: Entry
  ) throws(VaultError) -> CosignedHead? {
    let line = Array(row.line.utf8)
    guard entry.act == Act.cosignReceipt, entry.out == .ok, entry.seq == row.seq,
      entry.sum == Digest.of(line), entry.ref == row.size - 1, row.size <= row.seq,
      let text = entry.vkey, let key = try? NoteKey(parsing: text),
      let signatures = try? NoteSignature.lines(in: line), signatures.count == 1,
      let head = try prover.head(of: row.size)
    else { return nil }
    return Self.head(head, signatures[0], of: key, entry: row.seq)
  }

  /// What a line says of a head; nil where it is not a good cosignature by this key.
  static func head(
    _ head: Checkpoint, _ signature: NoteSignature, of key: NoteKey, entry: Int
  ) -> CosignedHead? {
    guard key.algorithm == .cosignature, var note = try? SignedNote(text: head.text),
      (try? note.add(signature)) != nil, note.verdict(of: key) == .valid,
      let seconds = SignedNote.cosignatureTime(signature).flatMap(Int.init(exactly:)),
      seconds <= Entry.largestInteger / 1_000
    else { return nil }
    return CosignedHead(
      witness: key.name, vkey: key.text, size: head.size, time: seconds * 1_000, entry: entry)
  }

  /// What an authority says; nil where the row is not what the entry states, or its token does not hold.
  func stamped(
    _ row: Transaction.AnchorRow, _ entry: Entry
  ) throws(VaultError) -> StampedHead? {
    guard entry.act == Act.anchorReceipt, entry.out == .ok, entry.seq == row.seq,
      entry.kind == row.kind, row.kind == Self.timestamp, entry.sum == Digest.of(row.token),
      entry.ref == row.size - 1, row.size <= row.seq,
      try isHead(row.note, ofSize: row.size),
      let receipt = try? TimeReceipt(
        verifying: row.token, of: row.note, answering: row.query, authority: row.authority)
    else { return nil }
    return StampedHead(size: row.size, time: receipt.time, entry: row.seq)
  }

  /// Whether some bytes are the head of this log at a size, signed by the log key in force there.
  func isHead(_ bytes: [UInt8], ofSize size: Int) throws(VaultError) -> Bool {
    guard let note = try? SignedNote(parsing: bytes), let key = roster.logKey(size: size)?.key,
      let head = try? Checkpoint.open(note, log: key)
    else { return false }
    let own = try prover.head(of: size)
    return head.size == size && own == head
  }
}
