import AuditLog
import Sealing

/// What a field that was put under another key leaves, in the same transaction, for whoever looks whether its seals of
/// before are still in the file: SQLite clears what it overwrites, but not the copies that it left behind in a page when
/// it moved rows to another. The entry states its hash; its row goes once that was looked for (Format.md,
/// "Restriction").
struct ResealNote {
  /// The entry that put it there.
  let seq: Int
  let imprints: [ByteImprint]

  private static let head = Array("safekeep/scan/2".utf8)

  /// The acts that put a field under another key and keep it.
  private static let acts: Set<String> = [
    Act.restrictionSet, Act.restrictionLift, Act.fieldReseal,
  ]

  var encoded: [UInt8] {
    var bytes = Self.head
    bytes.append(littleEndian: UInt64(seq))
    ByteImprint.append(imprints, to: &bytes)
    return bytes
  }

  init(seq: Int, _ imprints: [ByteImprint]) { (self.seq, self.imprints) = (seq, imprints) }

  private init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.head) else { return nil }
    var reader = ByteReader(bytes.dropFirst(Self.head.count))
    guard let number: UInt64 = reader.integer(), let seq = Int(exactly: number),
      let imprints = ByteImprint.all(in: &reader)
    else { return nil }
    self.init(seq: seq, imprints)
  }

  /// Those after which nobody has looked, oldest first. What no entry states is none.
  static func all(
    of ledger: Ledger, in tx: Transaction
  ) throws(VaultError) -> [ResealNote] {
    var found: [ResealNote] = []
    for bytes in try tx.notes(beginning: head) {
      guard let note = ResealNote(bytes), (0..<ledger.frontier.size).contains(note.seq)
      else { continue }
      let entry = try ledger.provenEntry(note.seq, in: tx)
      guard acts.contains(entry.act), entry.out == .ok, entry.note == Digest.of(bytes)
      else { continue }
      found.append(note)
    }
    return found.sorted { $0.seq < $1.seq }
  }
}

extension CaseWriter {
  /// Where a change puts fields under another key, or takes versions away, and no erasure looks for the seals of
  /// before.
  ///
  /// - Returns: what the entry is to state of it, nil where nothing is overwritten.
  func noteOverwritten(by change: CaseChange) throws(VaultError) -> Digest? {
    guard
      let scan = try VaultError.sealing({ () throws(SealingError) in try overwritten(by: change) })
    else { return nil }
    let note = ResealNote(
      seq: try context.nextEntry(), scan.imprints(in: context.vault.id)
    ).encoded
    try tx.insertNote(note)
    return Digest.of(note)
  }

  private func overwritten(by change: CaseChange) throws(SealingError) -> ByteScan? {
    let scan = try ByteScan(keys: 0)
    for record in change.records {
      let new = record.resealed + record.erased
      for field in kept[record.row.key] ?? []
      where new.contains(where: { $0.id == field.id && $0.version == field.version }) {
        scan.look(for: Transaction.trace(of: [UInt8](field.blob)))
      }
    }
    return scan.count > 0 ? scan : nil
  }
}
