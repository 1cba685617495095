import AuditLog
import Sealing
import Testing

@Suite struct ExampleTests {
  @Test func leafHasTheDesignsBytesAndHash() throws {
    let leaf = bytes(Example.leaf)
    #expect(leaf.count == 478)
    #expect(
      Tree.leafHash(leaf).hex == "7064a16ef4ec23608409d79c724be822f291e65ecb46cb31225e69bfbb975c69")
    #expect(Tree.emptyRoot.bytes == Digest.of([]).bytes)
  }

  @Test func leafIsANoteSignedByTheMember() throws {
    let note = try SignedNote(parsing: bytes(Example.leaf))
    let key = try NoteKey(parsing: Example.memberKey)
    #expect(note.verdict(of: key) == .valid)
    #expect(note.bytes == bytes(Example.leaf))
    #expect(text(note.text).hasPrefix("audit-entry/v1 vault.example/7f3a9c\n{"))
  }

  @Test func ourSignatureIsTheDesignsSignature() throws {
    let member = try testKey("actor a1")
    let parsed = try SignedNote(parsing: bytes(Example.leaf))
    var note = try SignedNote(text: parsed.text)
    try note.sign(as: "\(Example.origin)/a/\(ActorID(member.publicKey))", with: member)
    #expect(note.bytes == bytes(Example.leaf))
  }

  @Test func keyTextsAreTheDesigns() throws {
    let member = try testKey("actor a1").publicKey
    let log = try testKey("log").publicKey
    let witness = try testKey("witness auditor-1").publicKey
    #expect(ActorID(member).description == "ea99aba09d2a4627")
    #expect(try NoteKey.actor(member, origin: Example.origin).text == Example.memberKey)
    #expect(try NoteKey(name: Example.origin, key: log).text == Example.logKey)
    let cosigner = try NoteKey(name: "auditor.example/w1", algorithm: .cosignature, key: witness)
    #expect(cosigner.text == Example.witnessKey)
    #expect(try NoteKey(parsing: Example.witnessKey) == cosigner)
    #expect(cosigner.id == 0xc734_4387)
  }

  @Test func checkpointIsOursByteForByte() throws {
    let given = try SignedNote(parsing: bytes(Example.checkpoint))
    let checkpoint = try Checkpoint(parsing: given.text)
    #expect(checkpoint.size == 1)
    #expect(checkpoint.root == Tree.leafHash(bytes(Example.leaf)))

    var frontier = Frontier()
    frontier.append(Tree.leafHash(bytes(Example.leaf)))
    var ours = try Checkpoint(origin: Example.origin, frontier)
      .signed(log: testKey("log"), member: testKey("actor a1"))
    try ours.add(given.signatures[2])
    #expect(ours.bytes == bytes(Example.checkpoint))
  }

  @Test func everyLineOfTheCheckpointVerifies() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    for key in [Example.logKey, Example.memberKey, Example.witnessKey] {
      #expect(note.verdict(of: try NoteKey(parsing: key)) == .valid)
    }
    #expect(SignedNote.cosignatureTime(note.signatures[2]) == 1_789_003_600)
    #expect(try Checkpoint.open(note, log: NoteKey(parsing: Example.logKey)).size == 1)
  }

  @Test func aTimeOfACosignatureIsSigned() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    let line = note.signatures[2]
    for index in [0, 7, 8, 71] {
      var blob = line.blob
      blob[index] ^= 1
      var changed = try SignedNote(text: note.text)
      try changed.add(NoteSignature(name: line.name, keyID: line.keyID, blob: blob))
      #expect(changed.verdict(of: try NoteKey(parsing: Example.witnessKey)) == .invalid)
    }
  }
}
