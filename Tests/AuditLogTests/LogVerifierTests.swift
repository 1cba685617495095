import AuditLog
import Sealing
import Testing

@Suite struct LogVerifierTests {
  @Test func soundLogVerifies() throws {
    let vault = try Spoiled.sample()
    var verifier = try LogVerifier(origin: vault.log.origin)
    for leaf in vault.log.leaves { try verifier.consume(leaf) }
    #expect(verifier.roster == vault.log.roster)
    #expect(verifier.frontier == vault.log.frontier)
    let head = try verifier.finish(head: vault.log.head(by: vault.worker))
    #expect(head.size == vault.log.size)
    #expect(head.root == vault.log.frontier.root)
  }

  @Test func everyDeletedEntryIsNamed() throws {
    let vault = try Spoiled.sample()
    // Deleting the newest entries with the log key at hand is what only a pin shows: it is tried below.
    for place in 0..<vault.log.size - 1 {
      var leaves = vault.log.leaves
      leaves.remove(at: place)
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .chain(.seq)))
    }
  }

  @Test func everyDoubledEntryIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in vault.log.leaves.indices {
      var leaves = vault.log.leaves
      leaves.insert(leaves[place], at: place)
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place + 1, fault: .chain(.seq)))
    }
  }

  @Test func everySwapIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in 0..<vault.log.size - 1 {
      var leaves = vault.log.leaves
      leaves.swapAt(place, place + 1)
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .chain(.seq)))
    }
  }

  @Test func everyEditedEntryIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in vault.log.leaves.indices {
      var leaves = vault.log.leaves
      leaves[place] = try #require(
        replacing(#""t":1789"#, with: #""t":1790"#, in: leaves[place]))
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .signer(.signature)))
    }
  }

  /// Somebody without the actor's key writes in the actor's name.
  @Test func everyForgedEntryIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in vault.log.leaves.indices {
      var leaves = vault.log.leaves
      let leaf = try Leaf(parsing: leaves[place])
      var note = try SignedNote(text: leaf.text)
      try note.sign(as: "\(vault.log.origin)/a/\(leaf.entry.actor)", with: vault.log.log.key)
      leaves[place] = note.bytes
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .signer(.keyID)))
    }
  }

  /// The right key id does not help a wrong signature.
  @Test func everyFlippedSignatureIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in vault.log.leaves.indices {
      var leaves = vault.log.leaves
      let note = try SignedNote(parsing: leaves[place])
      let line = note.signatures[0]
      var blob = line.blob
      blob[place] ^= 0x10
      var changed = try SignedNote(text: note.text)
      try changed.add(NoteSignature(name: line.name, keyID: line.keyID, blob: blob))
      leaves[place] = changed.bytes
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .signer(.signature)))
    }
  }

  @Test func everyTruncatedLeafIsNamed() throws {
    let vault = try Spoiled.sample()
    for place in vault.log.leaves.indices {
      var leaves = vault.log.leaves
      leaves[place].removeLast()
      let found = try Spoiled.finding(
        leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
      #expect(found == Finding(seq: place, fault: .entry(.signatureLine)))
    }
  }

  /// Removing an entry and signing what follows anew needs the keys of everybody who wrote later.
  @Test func removalIsNamedAtTheNextEntryThatCannotBeSignedAnew() throws {
    var vault = try Spoiled.sample()
    let place = vault.log.size
    try vault.log.append(Act.fieldRead, by: vault.worker) { $0.purp = "support" }
    try vault.log.append(Act.fieldRead, by: vault.lead) { $0.purp = "support" }
    // The worker drops their own newest entry; the lead's statement about the past is still there.
    var leaves = vault.log.leaves
    let last = try Leaf(parsing: leaves[place + 1])
    var moved = last.entry
    moved.seq = place
    leaves.removeLast(2)
    var note = try SignedNote(
      text: bytes("audit-entry/v1 \(vault.log.origin)\n") + moved.encoded() + [0x0a])
    try note.add(SignedNote(parsing: last.bytes).signatures[0])
    leaves.append(note.bytes)
    let found = try Spoiled.finding(
      leaves, head: Spoiled.head(leaves, vault), origin: vault.log.origin)
    #expect(found == Finding(seq: place, fault: .chain(.prev)))
  }

  @Test func aLeafOfAnotherLogIsNamed() throws {
    let vault = try Spoiled.sample()
    var entry = vault.log.entry(Act.list, by: vault.worker)
    entry.n = 1
    let foreign = try Leaf.sign(entry, origin: "safekeep/other", with: vault.worker.key)
    let found = try Spoiled.finding(
      vault.log.leaves + [foreign.bytes], head: [], origin: vault.log.origin)
    #expect(found == Finding(seq: vault.log.size, fault: .chain(.origin)))
  }

  @Test func aVerifierGoesOnFromAPin() throws {
    var vault = try SampleVault()
    let roster = try #require(Roster(decoding: vault.log.roster.encoded()))
    let frontier = try #require(Frontier(decoding: vault.log.frontier.encoded()))
    let start = vault.log.size
    try vault.work(20)
    var verifier = try LogVerifier(roster: roster, frontier: frontier)
    for leaf in vault.log.leaves.dropFirst(start) { try verifier.consume(leaf) }
    #expect(try verifier.finish(head: vault.log.head(by: vault.lead)).size == start + 20)
    #expect(throws: AuditLogError.head(.size)) {
      _ = try LogVerifier(roster: roster, frontier: vault.log.frontier)
    }
  }

  @Test func deferredChecksAreThoseOfEveryEntry() throws {
    let vault = try Spoiled.sample()
    var leaves = vault.log.leaves
    let place = 9
    let note = try SignedNote(parsing: leaves[place])
    var forged = try SignedNote(text: note.text)
    let line = note.signatures[0]
    try forged.add(
      NoteSignature(name: line.name, keyID: line.keyID, blob: [UInt8](repeating: 0, count: 64)))
    leaves[place] = forged.bytes

    var verifier = try LogVerifier(origin: vault.log.origin, signatures: .deferred)
    // Entries after it state the true past, so the forged leaf shows in `prev` at once.
    for leaf in leaves[...place] { try verifier.consume(leaf) }
    #expect(throws: Finding(seq: place + 1, fault: .chain(.prev))) {
      try verifier.consume(leaves[place + 1])
    }
    let checks = verifier.takeChecks()
    #expect(checks.count == place + 1)
    #expect(checks.filter { !$0.isGood }.map(\.finding.seq) == [place])
    #expect(verifier.takeChecks().isEmpty)
  }

  @Test func ordinarySignaturesCanBeLeftToTheFullCheck() throws {
    let vault = try Spoiled.sample()
    var leaves = vault.log.leaves
    func spoil(_ place: Int) throws -> Finding? {
      let note = try SignedNote(parsing: leaves[place])
      var forged = try SignedNote(text: note.text)
      let line = note.signatures[0]
      try forged.add(
        NoteSignature(name: line.name, keyID: line.keyID, blob: [UInt8](repeating: 0, count: 64)))
      leaves[place] = forged.bytes
      var verifier = try LogVerifier(origin: vault.log.origin, signatures: .directory)
      do {
        for leaf in leaves[...place] { try verifier.consume(leaf) }
        return nil
      } catch {
        return error
      }
    }
    let last = leaves.count - 1
    #expect(try spoil(last) == nil)
    #expect(try spoil(4) == Finding(seq: 4, fault: .signer(.signature)))
  }
}
