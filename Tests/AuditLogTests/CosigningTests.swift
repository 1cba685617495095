import AuditLog
import Sealing
import Testing

/// What a witness writes and remembers, held to the design's bytes.
@Suite struct CosigningTests {
  private static let time = 1_789_003_600

  /// The line of the design, which other programs accepted.
  @Test func ourCosignatureIsTheDesigns() throws {
    let given = try SignedNote(parsing: bytes(Example.checkpoint))
    var note = try SignedNote(text: given.text)
    try note.cosign(
      as: "auditor.example/w1", at: Self.time, with: testKey("witness auditor-1"))
    #expect(note.signatures == [given.signatures[2]])
    #expect(note.verdict(of: try NoteKey(parsing: Example.witnessKey)) == .valid)
    // Another time is another statement.
    var later = try SignedNote(text: given.text)
    try later.cosign(
      as: "auditor.example/w1", at: Self.time + 1, with: testKey("witness auditor-1"))
    #expect(later.signatures != note.signatures)
    #expect(throws: AuditLogError.note(.keyName)) {
      try later.cosign(as: "no name", at: 0, with: testKey("log"))
    }
  }

  /// A cosignature is no signature on the note, and the other way round.
  @Test func neitherKindPassesForTheOther() throws {
    let witness = try testKey("witness auditor-1")
    let text = try SignedNote(parsing: bytes(Example.checkpoint)).text
    let cosigner = try NoteKey(name: "w", algorithm: .cosignature, key: witness.publicKey)
    let plain = try NoteKey(name: "w", key: witness.publicKey)
    var note = try SignedNote(text: text)
    try note.cosign(as: "w", at: Self.time, with: witness)
    var signed = try SignedNote(text: text)
    try signed.sign(as: "w", with: witness)
    let crossed = try SignedNote(text: text)
    for (line, key) in [(note.signatures[0], plain), (signed.signatures[0], cosigner)] {
      var other = crossed
      try other.add(NoteSignature(name: "w", keyID: key.id, blob: line.blob))
      #expect(other.verdict(of: key) == .invalid)
    }
  }

  @Test func onlyTheLogsOwnLinesGoOut() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    let bare = try note.bare()
    #expect(bare.signatures == [note.signatures[0]])
    #expect(try bare.bare() == bare)
    var foreign = try SignedNote(text: note.text)
    try foreign.add(note.signatures[1])
    #expect(throws: AuditLogError.head(.logSignature)) { _ = try foreign.bare() }
  }

  @Test func linesAloneAreRead() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    #expect(try NoteSignature.lines(in: note.signatures.flatMap(\.line)) == note.signatures)
    let line = note.signatures[2].line
    for wrong in [
      [], Array(line.dropLast()), line + [0x0a], [0x0a] + line, Array(line.dropFirst()),
    ] {
      #expect(throws: AuditLogError.note(.signatureLine)) {
        _ = try NoteSignature.lines(in: wrong)
      }
    }
    #expect(throws: AuditLogError.note(.signatureCount)) {
      _ = try NoteSignature.lines(in: Array(repeating: line, count: 65).flatMap(\.self))
    }
  }

  // MARK: The memory

  private func record() throws -> WitnessRecord {
    try WitnessRecord(
      logKey: NoteKey(parsing: Example.logKey),
      note: SignedNote(parsing: bytes(Example.checkpoint)).bare())
  }

  @Test func aRecordComesBack() throws {
    let record = try record()
    #expect(record.head.size == 1)
    #expect(try WitnessRecord(parsing: record.bytes) == record)
    #expect(text(record.bytes).hasPrefix("safekeep-witness/v1\n\(Example.logKey)\n\n"))
  }

  /// A record that rotted is none: every changed byte is noticed.
  @Test func anAlteredRecordIsRefused() throws {
    let bytes = try record().bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(throws: AuditLogError.self) { _ = try WitnessRecord(parsing: changed) }
    }
    #expect(throws: AuditLogError.self) { _ = try WitnessRecord(parsing: []) }
    #expect(throws: AuditLogError.self) { _ = try WitnessRecord(parsing: bytes + [0x0a]) }
  }

  /// A new log key is believed where the old one stands beside it, and only then.
  @Test func aNewLogKeyNeedsTheOldOne() throws {
    let record = try record()
    let old = try testKey("log")
    let new = try testKey("actor a1")
    let newKey = try NoteKey(name: Example.origin, key: new.publicKey)
    var both = try SignedNote(text: record.note.text)
    try both.sign(as: Example.origin, with: old)
    var onlyNew = try SignedNote(text: record.note.text)
    try onlyNew.sign(as: Example.origin, with: new)
    #expect(try record.key(given: [], for: both) == record.logKey)
    #expect(try record.key(given: [record.logKey], for: onlyNew) == record.logKey)
    for note in [both, onlyNew] {
      #expect(throws: AuditLogError.head(.logSignature)) {
        _ = try record.key(given: [newKey], for: note)
      }
    }
    try both.sign(as: Example.origin, with: new)
    #expect(try record.key(given: [newKey], for: both) == newKey)
    let stranger = try NoteKey(name: "other.example", key: new.publicKey)
    #expect(throws: AuditLogError.head(.logSignature)) {
      _ = try record.key(given: [stranger], for: both)
    }
  }

  /// The worst is said first: a log that was put back also asks from an older size.
  @Test func aSmallerHeadIsARollback() throws {
    let request = try WitnessRequest(parsing: bytes(Example.request))
    let key = try NoteKey(parsing: Example.logKey)
    let larger = Checkpoint(origin: Example.origin, size: 301, root: Tree.emptyRoot)
    #expect(throws: AuditLogError.head(.rollback)) {
      _ = try request.verify(record: larger, log: key)
    }
    let same = Checkpoint(origin: Example.origin, size: 300, root: Tree.emptyRoot)
    #expect(throws: AuditLogError.head(.pin)) { _ = try request.verify(record: same, log: key) }
  }

  // MARK: Time-stamps

  /// With OpenSSL's own authority they are tested in Sealing and in Vault; here by name.
  @Test func aTimestampThatIsNoneIsNamed() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint)).bare().bytes
    let query = try TimeReceipt.query(for: note)
    #expect(throws: AuditLogError.timestamp(.authority)) {
      _ = try TimeReceipt(verifying: query, of: note, answering: query, authority: [])
    }
    #expect(throws: AuditLogError.timestamp(.query)) {
      _ = try TimeReceipt(verifying: query, of: note, answering: [0x30], authority: [])
    }
    #expect(throws: AuditLogError.note(.separator)) {
      _ = try TimeReceipt(verifying: query, of: [0x61, 0x0a], authority: [])
    }
    #expect(AuditLogError.timestamp(.imprint).code == "timestamp.imprint")
  }
}
