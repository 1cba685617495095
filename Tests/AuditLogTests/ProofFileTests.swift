import AuditLog
import Sealing
import Testing

@Suite struct ProofFileTests {
  private func vault() throws -> SampleVault {
    var vault = try SampleVault()
    try vault.work(10)
    return vault
  }

  private func reader(_ vault: SampleVault) -> (Int, Int) -> Digest {
    { level, index in
      Tree.root(of: vault.log.leaves[index << level..<(index + 1) << level].map(Tree.leafHash))
    }
  }

  private func logKey(_ vault: SampleVault) throws -> NoteKey {
    try NoteKey(name: vault.log.origin, key: vault.log.log.key.publicKey)
  }

  @Test func everyEntryIsProvenAlone() throws {
    let vault = try vault()
    let head = try SignedNote(parsing: vault.log.head(by: vault.lead))
    for (index, leaf) in vault.log.leaves.enumerated() {
      let hashes = Tree.inclusionProof(index: index, size: vault.log.size, read: reader(vault))
      let proof = EntryProof(index: index, hashes: hashes, checkpoint: head)
      #expect(text(proof.bytes).hasPrefix("c2sp.org/tlog-proof@v1\nindex \(index)\n"))
      let parsed = try EntryProof(parsing: proof.bytes)
      #expect(parsed == proof)
      try parsed.verify(leaf: leaf, log: logKey(vault))
      #expect(throws: AuditLogError.proof(.root)) {
        try parsed.verify(leaf: leaf + [0], log: logKey(vault))
      }
      #expect(throws: AuditLogError.head(.logSignature)) {
        let stranger = try Person("stranger").key.publicKey
        try parsed.verify(leaf: leaf, log: NoteKey(name: vault.log.origin, key: stranger))
      }
    }
  }

  static let hostile: [(String, String, NoteFault)] = [
    ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", .header), ("index ", "index", .header),
    ("@v1\n", "@v1\nextra AAAA\n", .header), ("@v1\n", "@v1x\n", .header),
    ("index 3", "index 03", .size), ("index 3", "index -3", .size), ("index 3", "index ", .size),
    ("index 3\n", "index 3\nAAAA\n", .hash), ("index 3\n", "index 3\n\n", .lines),
  ]

  @Test(arguments: hostile)
  func aHostileProofIsRefused(old: String, new: String, expected: NoteFault) throws {
    let vault = try vault()
    let hashes = Tree.inclusionProof(index: 3, size: vault.log.size, read: reader(vault))
    let proof = EntryProof(
      index: 3, hashes: hashes, checkpoint: try SignedNote(parsing: vault.log.head(by: vault.lead)))
    let changed = try #require(replacing(old, with: new, in: proof.bytes))
    #expect(throws: AuditLogError.note(expected)) {
      try EntryProof(parsing: changed).verify(leaf: vault.log.leaves[3], log: logKey(vault))
    }
  }

  @Test func theDesignsRequestComesBackAndItsHeadVerifies() throws {
    let request = try WitnessRequest(parsing: bytes(Example.request))
    #expect(request.oldSize == 256)
    #expect(request.hashes.count == 1)
    #expect(request.bytes == bytes(Example.request))
    let head = try Checkpoint.open(
      request.checkpoint, log: NoteKey(parsing: Example.logKey))
    #expect(head.size == 300)
    #expect(
      base64(head.root.bytes) == "V2hA/qJTyWiyi4QLttJU9CdngVqNQ4wOAdeyJuM2R7w=")
    // The witness's root of 256 is not in the request; any other does not lead to this head.
    #expect(throws: AuditLogError.proof(.root)) {
      let record = Checkpoint(origin: Example.origin, size: 256, root: Tree.emptyRoot)
      _ = try request.verify(record: record, log: NoteKey(parsing: Example.logKey))
    }
  }

  @Test func aWitnessSignsOnlyWhatContinuesItsRecord() throws {
    let vault = try vault()
    let note = try SignedNote(parsing: vault.log.head(by: vault.lead))
    let key = try logKey(vault)
    let size = vault.log.size
    for old in 1...size {
      let root = Tree.root(of: vault.log.leaves[..<old].map(Tree.leafHash))
      let record = Checkpoint(origin: vault.log.origin, size: old, root: root)
      let hashes = Tree.consistencyProof(from: old, to: size, read: reader(vault))
      let request = WitnessRequest(oldSize: old, hashes: hashes, checkpoint: note)
      let parsed = try WitnessRequest(parsing: request.bytes)
      #expect(try parsed.verify(record: record, log: key).size == size)
      #expect(throws: AuditLogError.head(.size)) { _ = try parsed.verify(record: nil, log: key) }
      let other = Checkpoint(origin: vault.log.origin, size: old, root: SampleLog.grant)
      let fault: AuditLogError = old == size ? .head(.pin) : .proof(.root)
      #expect(throws: fault) { _ = try parsed.verify(record: other, log: key) }
    }
    let first = WitnessRequest(oldSize: 0, hashes: [], checkpoint: note)
    #expect(try first.verify(record: nil, log: key).size == size)
    let empty = WitnessRequest(oldSize: 0, hashes: [SampleLog.grant], checkpoint: note)
    #expect(throws: AuditLogError.proof(.length)) { _ = try empty.verify(record: nil, log: key) }
  }

  @Test(arguments: [
    ("old 256", "old 0256", NoteFault.size), ("old 256", "old", .header), ("old ", "new ", .header),
    ("old 256\n", "old 256\n\n", .lines),
    ("old 256\n", "old 256\n" + String(repeating: Self.hash, count: 63), .header),
    ("VarH", "Var", .hash),
  ])
  func aHostileRequestIsRefused(old: String, new: String, expected: NoteFault) throws {
    let changed = try #require(replacing(old, with: new, in: bytes(Example.request)))
    #expect(throws: AuditLogError.note(expected)) {
      let request = try WitnessRequest(parsing: changed)
      _ = try request.verify(record: nil, log: NoteKey(parsing: Example.logKey))
    }
  }

  private static let hash = "VarH+jSc3/ahfRGafgczaG6d6TN3bYjQTzDgMpVG97o=\n"
}
