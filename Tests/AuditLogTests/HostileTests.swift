import AuditLog
import Sealing
import Testing

/// Bytes from outside, changed at random: nothing traps, and what is read is what would be written.
@Suite struct HostileTests {
  /// Changes some bytes as a fault or a forger would.
  private static func spoil(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var result = bytes
    for _ in 0...Int(random.next() % 3) {
      guard !result.isEmpty else { break }
      let place = Int(random.next() % UInt64(result.count))
      let end = min(result.count, place + Int(random.next() % 40))
      switch random.next() % 6 {
      case 0: result[place] ^= 1 << UInt8(random.next() % 8)
      case 1: result.remove(at: place)
      case 2: result.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 3: result.removeSubrange(place..<end)
      case 4: result.insert(contentsOf: Array(result[place..<end]), at: place)
      default: result = Array(result[..<place])
      }
    }
    return result
  }

  /// How many of some thousand spoiled copies are read; each must be written back as it is.
  private func accepted(_ source: [UInt8], _ seed: UInt64, _ read: ([UInt8]) throws -> [UInt8])
    -> Int
  {
    var random = SplitMix(state: seed)
    var count = 0
    for _ in 0..<4000 {
      let spoiled = Self.spoil(source, &random)
      guard let written = try? read(spoiled) else { continue }
      #expect(written == spoiled)
      count += 1
    }
    return count
  }

  @Test func notesAreReadAsTheyAreWritten() {
    let count = accepted(bytes(Example.checkpoint), 11) { try SignedNote(parsing: $0).bytes }
    #expect(count > 50)
  }

  @Test func checkpointsAreReadAsTheyAreWritten() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    let count = accepted(note.text, 12) { try Checkpoint(parsing: $0).text }
    #expect(count > 50)
  }

  @Test func keyTextsAreReadAsTheyAreWritten() {
    let count = accepted(bytes(Example.logKey), 13) {
      try bytes(NoteKey(parsing: text($0)).text)
    }
    // Nearly every change breaks the id, which is a hash of the rest.
    #expect(count < 50)
  }

  @Test func leavesAreReadAsTheyAreWritten() throws {
    let vault = try SampleVault()
    let leaf = try #require(vault.log.leaves.last)
    let count = accepted(leaf, 14) { spoiled in
      let leaf = try Leaf(parsing: spoiled)
      #expect(leaf.text.suffix(1) == [0x0a])
      return bytes("audit-entry/v1 \(leaf.origin)\n") + leaf.entry.encoded() + [0x0a]
        + spoiled.dropFirst(leaf.text.count)
    }
    #expect(count > 50)
  }

  @Test func witnessRequestsAreReadAsTheyAreWritten() {
    let count = accepted(bytes(Example.request), 15) { try WitnessRequest(parsing: $0).bytes }
    #expect(count > 50)
  }

  @Test func tilePathsAreReadAsTheyAreWritten() {
    let count = accepted(bytes("tile/1/x001/x234/067.p/112"), 16) { spoiled in
      let path = text(spoiled)
      guard bytes(path) == spoiled else { throw AuditLogError.note(.tile) }
      guard let tile = Tile(path: path) else { throw AuditLogError.note(.tile) }
      return bytes(tile.path)
    }
    #expect(count > 50)
  }

  @Test func frontiersAreReadAsTheyAreWritten() {
    var frontier = Frontier()
    for index in 0..<11 { frontier.append(Tree.leafHash([UInt8(index)])) }
    let count = accepted(frontier.encoded(), 17) { spoiled in
      guard let read = Frontier(decoding: spoiled) else { throw AuditLogError.head(.size) }
      return read.encoded()
    }
    #expect(count > 50)
  }

  /// Whole logs, spoiled in one leaf: a verifier written another way finds the same entry, wherever it
  /// can see the fault at all.
  @Test func aSecondVerifierFindsTheSameEntry() throws {
    let vault = try Spoiled.sample()
    let (leaves, origin) = (vault.log.leaves, vault.log.origin)
    #expect(SecondVerifier.firstFault(in: leaves, origin: origin) == nil)
    var random = SplitMix(state: 21)
    var found = 0
    for _ in 0..<300 {
      var spoiled = leaves
      let place = Int(random.next() % UInt64(leaves.count - 1))
      spoiled[place] = Self.spoil(leaves[place], &random)
      guard spoiled != leaves else { continue }
      let finding = try Spoiled.finding(
        spoiled, head: Spoiled.head(spoiled, vault), origin: origin)
      #expect(finding?.seq == place)
      #expect(SecondVerifier.firstFault(in: spoiled, origin: origin) == place)
      found += 1
    }
    #expect(found > 250)
  }

  @Test func aSecondVerifierFindsTheSameMissingAndMovedEntries() throws {
    let vault = try Spoiled.sample()
    let (leaves, origin) = (vault.log.leaves, vault.log.origin)
    var random = SplitMix(state: 22)
    for _ in 0..<100 {
      var spoiled = leaves
      let count = UInt64(leaves.count)
      let (from, to) = (Int(random.next() % count), Int(random.next() % count))
      switch random.next() % 3 {
      case 0: spoiled.remove(at: from)
      case 1: spoiled.insert(leaves[from], at: to)
      default: spoiled.swapAt(from, to)
      }
      let finding = try Spoiled.finding(
        spoiled, head: Spoiled.head(spoiled, vault), origin: origin)
      #expect(SecondVerifier.firstFault(in: spoiled, origin: origin) == finding?.seq)
    }
  }
}
