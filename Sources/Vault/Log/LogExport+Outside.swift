import AuditLog
import Sealing

/// What witnesses and authorities gave, as it goes with an export.
extension LogExport {
  /// So many heads of each kind at most, the newest: the manifest, which lists every file, is a note, and
  /// a note has a length that anybody's reader takes.
  static let most = 1_500

  /// Whatever holds of what is kept, in files that show it without the vault. With a first entry only what
  /// is newer than it, and of each witness and of the authorities the newest: the rest was in the export
  /// before.
  ///
  /// A row that does not hold goes to nobody: `verifyLog` names it, and here it is counted.
  mutating func addOutside() throws(VaultError) {
    try addCosignatures()
    try addTimestamps()
    let kept = try vault.store.look { tx throws(VaultError) in
      Set(try tx.cosignatures().map(\.seq) + tx.anchorPlaces().map(\.seq))
    }
    // What an entry states and no row holds any more. A row of another entry was counted as one that does
    // not hold: it may be the very one that is missing.
    let missing = writer.receipts.count { $0.value > writer.scope.from && !kept.contains($0.key) }
    leftOut += max(0, missing - kept.count { writer.receipts[$0] == nil })
  }

  // MARK: Witnesses

  /// A head that one witness signed, perhaps more than once.
  private struct Cosigned {
    let size: Int
    let key: NoteKey
    var lines: [NoteSignature]
  }

  private mutating func addCosignatures() throws(VaultError) {
    var chosen: [Cosigned] = []
    var seen: Set<String> = []
    let rows = try vault.store.look { tx throws(VaultError) in try tx.cosignatures() }
    for row in rows.reversed() where row.seq < writer.scope.size {
      guard let (key, line) = try sound(row) else {
        leftOut += 1
        continue
      }
      let isNewest = seen.insert(key.text).inserted
      guard row.size > writer.scope.from || isNewest else { continue }
      if let place = chosen.firstIndex(where: { $0.size == row.size && $0.key == key }) {
        chosen[place].lines.append(line)
      } else if chosen.count < Self.most {
        chosen.append(Cosigned(size: row.size, key: key, lines: [line]))
      } else {
        leftOut += 1
      }
    }
    for head in chosen.reversed() { try add(head) }
  }

  /// The witness's key and line of a row that is what its entry states. A key under a name of the log's
  /// own would be taken for one of its members'.
  private func sound(
    _ row: Transaction.CosignatureRow
  ) throws(VaultError) -> (NoteKey, NoteSignature)? {
    guard row.seq >= 0 else { return nil }
    return try vault.store.look { tx throws(VaultError) in
      let entry = try vault.ledger.provenEntry(row.seq, in: tx)
      guard let head = try check(tx).cosigned(row, entry),
        let key = try? NoteKey(parsing: head.vkey), !key.name.hasPrefix(vault.origin),
        let line = try? NoteSignature.lines(in: Array(row.line.utf8)).first
      else { return nil }
      return (key, line)
    }
  }

  private mutating func add(_ head: Cosigned) throws(VaultError) {
    guard var note = try bareHead(of: head.size) else {
      leftOut += head.lines.count
      return
    }
    // As many as a note can have beside the log's.
    let lines = head.lines.prefix(SignedNote.maximumSignatures - 1)
    do { for line in lines.reversed() { try note.add(line) } } catch { throw .logBroken(at: nil) }
    guard try writer.addCosignature(note, by: head.key) else {
      leftOut += head.lines.count
      return
    }
    leftOut += head.lines.count - lines.count
    cosigned += 1
  }

  /// The head of an earlier size with the log's line, which no table keeps: the same key signs the same
  /// text in the same bytes (RFC 8032). It says nothing new, for the head that was verified is proven to
  /// continue it. Nil where another key was in force.
  private func bareHead(of size: Int) throws(VaultError) -> SignedNote? {
    let head = try vault.store.look { tx throws(VaultError) in
      try vault.prover(tx).head(of: size)
    }
    guard let head, let stated = vault.ledger.roster.logKey(size: size)?.key.key else {
      return nil
    }
    return try vault.custody.withLogKey(inForce: stated) { log throws(VaultError) in
      guard log.publicKey == stated else { return nil }
      do {
        var note = try SignedNote(text: head.text)
        try note.sign(as: vault.origin, with: log)
        return note
      } catch { throw .logBroken(at: nil) }
    }
  }

  // MARK: Authorities

  private mutating func addTimestamps() throws(VaultError) {
    var chosen: [Transaction.AnchorPlace] = []
    let places = try vault.store.look { tx throws(VaultError) in try tx.anchorPlaces() }
    for place in places.reversed() where place.seq < writer.scope.size {
      guard place.size > writer.scope.from || chosen.isEmpty else { continue }
      if chosen.count < Self.most { chosen.append(place) } else { leftOut += 1 }
    }
    var numbers: [Int: Int] = [:]
    for place in chosen.reversed() {
      // One at a time: each is some kilobytes, and nothing is held open while files are written.
      guard let row = try sound(place), let note = try? SignedNote(parsing: row.note),
        note.bytes == row.note
      else {
        leftOut += 1
        continue
      }
      let number = numbers[row.size, default: 0]
      try writer.addTimestamp(note, number: number, token: row.token)
      numbers[row.size] = number + 1
      stamped += 1
    }
  }

  private func sound(
    _ place: Transaction.AnchorPlace
  ) throws(VaultError) -> Transaction.AnchorRow? {
    guard place.seq >= 0 else { return nil }
    return try vault.store.look { tx throws(VaultError) in
      guard let row = try tx.anchor(at: place.seq) else { return nil }
      let entry = try vault.ledger.provenEntry(row.seq, in: tx)
      return try check(tx).stamped(row, entry) == nil ? nil : row
    }
  }

  private func check(_ tx: Transaction) -> OutsideCheck {
    OutsideCheck(prover: vault.prover(tx), roster: vault.ledger.roster)
  }
}
