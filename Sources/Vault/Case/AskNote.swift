import AuditLog
import Sealing

/// What the ask for an erasure tells administrators, who open no list of cases: the code of the case and nothing else,
/// sealed to the key of each (design, casework: "Two people"). It lies among the notes until the ask is answered.
struct AskNote {
  /// The entry that asks.
  let seq: Int
  private let boxes: [(member: Identifier, sealed: [UInt8])]

  static let head = Array("safekeep/ask/1".utf8)

  /// Nil where there is nobody who may be told, or need not be: another lead is there.
  static func seal(
    _ code: String, by asker: ActorID, on rec: Identifier, at seq: Int, _ context: ActContext
  ) throws(VaultError) -> AskNote? {
    guard !context.vault.hasOtherLead(than: context.asker.member) else { return nil }
    let place = place(asker, rec, vault: context.vault.id)
    var boxes: [(member: Identifier, sealed: [UInt8])] = []
    for admin in context.directory.roster.holders(of: .admin)
    where admin.id != context.asker.member.identifier {
      let sealed = try VaultError.sealing { () throws(SealingError) in
        try SealedNote.seal(Array(code.utf8), at: place, to: admin.box)
      }
      boxes.append((admin.id, sealed))
    }
    return boxes.isEmpty ? nil : AskNote(seq: seq, boxes: boxes)
  }

  private init(seq: Int, boxes: [(member: Identifier, sealed: [UInt8])]) {
    (self.seq, self.boxes) = (seq, boxes)
  }

  /// Bound to this case of this vault and who asked: a box of another ask does not open here.
  private static func place(_ asker: ActorID, _ rec: Identifier, vault: Identifier) -> Digest {
    Digest.of(head + vault.bytes + rec.bytes + Array(asker.description.utf8))
  }

  /// The code, by one of those whom it is sealed to; nil for everybody else, and for who has other keys since.
  func code(_ entry: Entry, for keyring: Keyring) -> String? {
    guard let rec = entry.rec,
      let sealed = boxes.first(where: { $0.member == keyring.member.identifier })?.sealed
    else { return nil }
    let place = Self.place(entry.actor, rec, vault: keyring.vault)
    let bytes = try? SealedNote.open(sealed.span, at: place, with: keyring.bundle.box)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: As it is stored

  var encoded: [UInt8] {
    var bytes = Self.head
    bytes.append(littleEndian: UInt64(seq))
    for box in boxes {
      bytes += box.member.bytes
      bytes.append(prefixed: box.sealed)
    }
    return bytes
  }

  /// Nil for any other note.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.head) else { return nil }
    var reader = ByteReader(bytes.dropFirst(Self.head.count))
    guard let number: UInt64 = reader.integer(), let seq = Int(exactly: number) else { return nil }
    var boxes: [(member: Identifier, sealed: [UInt8])] = []
    while !reader.isAtEnd {
      guard let member = reader.take(16).flatMap({ Identifier($0) }),
        let sealed = reader.prefixed()
      else { return nil }
      boxes.append((member, sealed))
    }
    self.init(seq: seq, boxes: boxes)
  }
}

extension ActContext {
  /// The notes of asks that wait, each with its entry; what no entry states is no note of this log.
  func askNotes() throws(VaultError) -> [(note: AskNote, entry: Entry)] {
    try vault.askNotes(tx)
  }

  /// Once an ask is answered, or another takes its place, nobody is to read of which case it was.
  ///
  /// - Parameter asked: its entry; nil for every ask of the case.
  func dropAskNotes(_ asked: Int? = nil, of rec: Identifier) throws(VaultError) {
    for (note, entry) in try askNotes() where entry.rec == rec && (asked ?? note.seq) == note.seq {
      try tx.deleteNote(Digest.of(note.encoded))
    }
  }
}

extension Vault {
  func askNotes(_ tx: Transaction) throws(VaultError) -> [(note: AskNote, entry: Entry)] {
    var found: [(note: AskNote, entry: Entry)] = []
    for bytes in try tx.notes(beginning: AskNote.head) {
      guard let note = AskNote(bytes), (0..<ledger.frontier.size).contains(note.seq) else {
        continue
      }
      let entry = try ledger.provenEntry(note.seq, in: tx)
      guard entry.note == Digest.of(bytes), entry.act == Act.caseErase, entry.out == .ok
      else { continue }
      found.append((note, entry))
    }
    return found
  }
}
