import AuditLog
import Sealing

/// What an erasure leaves in its own transaction for whoever finishes it: what to look through the files for, and what
/// its receipt says. The entry states its hash; its row goes once the files were looked through (Format.md, "An erased
/// case").
struct ErasureNote {
  /// The entry of the erasure.
  let seq: Int
  let tally: Erasure.Tally
  let classes: [FieldClass]
  let imprints: [ByteImprint]

  static let head = Array("safekeep/scan/1".utf8)

  init(seq: Int, _ tally: Erasure.Tally, _ classes: [FieldClass], _ imprints: [ByteImprint]) {
    (self.seq, self.tally, self.classes, self.imprints) = (seq, tally, classes, imprints)
  }

  // MARK: As it is stored

  var encoded: [UInt8] {
    var bytes = Self.head
    bytes.append(littleEndian: UInt64(seq))
    for count in [
      tally.records, tally.values, tally.keys, tally.packs, tally.copies, tally.restrictions,
    ] { bytes.append(littleEndian: UInt32(clamping: count)) }
    bytes.append(littleEndian: UInt16(clamping: classes.count))
    for found in classes { bytes.append(littleEndian: found.rawValue) }
    ByteImprint.append(imprints, to: &bytes)
    return bytes
  }

  /// Nil for any other note.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.head) else { return nil }
    var reader = ByteReader(bytes.dropFirst(Self.head.count))
    guard let number: UInt64 = reader.integer(), let seq = Int(exactly: number) else { return nil }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count: UInt32 = reader.integer() else { return nil }
      counts.append(Int(count))
    }
    guard let most: UInt16 = reader.integer() else { return nil }
    var classes: [FieldClass] = []
    for _ in 0..<most {
      guard let number: UInt16 = reader.integer() else { return nil }
      if let found = FieldClass(rawValue: number) { classes.append(found) }
    }
    guard let imprints = ByteImprint.all(in: &reader) else { return nil }
    let tally = Erasure.Tally(
      records: counts[0], values: counts[1], keys: counts[2], packs: counts[3], copies: counts[4],
      restrictions: counts[5])
    self.init(seq: seq, tally, classes, imprints)
  }
}

extension Vault {
  /// The acts that destroy a case or a part of one. Those that only ask name no generation.
  static let erasures: Set<String> = [Act.caseErase, Act.caseRetract]

  /// The notes of erasures after which nobody has looked through the files, each with its entry, oldest first. What no
  /// entry states is none.
  func erasureNotes(_ tx: Transaction) throws(VaultError) -> [(note: ErasureNote, entry: Entry)] {
    var found: [(note: ErasureNote, entry: Entry)] = []
    for bytes in try tx.notes(beginning: ErasureNote.head) {
      guard let note = ErasureNote(bytes), (0..<ledger.frontier.size).contains(note.seq)
      else { continue }
      let entry = try ledger.provenEntry(note.seq, in: tx)
      guard Self.erasures.contains(entry.act), entry.out == .ok, entry.note == Digest.of(bytes)
      else { continue }
      found.append((note, entry))
    }
    return found.sorted { $0.note.seq < $1.note.seq }
  }
}

extension Erasure {
  /// As its note and its entry tell it.
  init(_ note: ErasureNote, _ entry: Entry) {
    self.init(
      entry: note.seq, approval: entry.by ?? 0, asked: entry.ref ?? 0, generation: entry.gen ?? 0,
      tally: note.tally, classes: note.classes, part: StatedErasure(entry)?.part,
      isRetraction: entry.act == Act.caseRetract,
      role: entry.role.flatMap(Role.init(rawValue:)) ?? .lead)
  }
}
