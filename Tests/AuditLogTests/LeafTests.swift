import AuditLog
import Sealing
import Testing

@Suite struct LeafTests {
  private static let origin = "safekeep/00112233445566778899aabbccddeeff"

  private func sample() throws -> (leaf: Leaf, person: Person) {
    let person = try Person("worker")
    let entry = Entry(
      after: Frontier(), t: 1, act: Act.list, out: .ok, actor: person.actor, aseq: 0)
    return (try Leaf.sign(entry, origin: Self.origin, with: person.key), person)
  }

  private func fault(_ bytes: [UInt8], origin: String? = nil) -> AuditLogError? {
    do {
      _ = try Leaf(parsing: bytes, origin: origin)
      return nil
    } catch {
      return error
    }
  }

  @Test func aLeafIsANoteAndComesBack() throws {
    let (leaf, person) = try sample()
    #expect(try Leaf(parsing: leaf.bytes) == leaf)
    #expect(try Leaf(parsing: leaf.bytes, origin: Self.origin) == leaf)
    #expect(leaf.hash == Tree.leafHash(leaf.bytes))
    let note = try SignedNote(parsing: leaf.bytes)
    #expect(note.text == leaf.text)
    let key = try NoteKey.actor(person.key.publicKey, origin: Self.origin)
    #expect(note.verdict(of: key) == .valid)
    #expect(leaf.keyID == key.id)
    #expect(leaf.isSigned(by: person.key.publicKey))
    #expect(try !leaf.isSigned(by: Person("lead").key.publicKey))
  }

  /// Every bit of the leaf: it is refused, or another leaf that nobody signed.
  @Test func everyFlippedBitShows() throws {
    let (leaf, person) = try sample()
    for place in leaf.bytes.indices {
      for bit in 0..<8 {
        var changed = leaf.bytes
        changed[place] ^= 1 << bit
        let signed = (try? Leaf(parsing: changed))?.isSigned(by: person.key.publicKey) ?? false
        #expect(!signed, "byte \(place), bit \(bit)")
        #expect(Tree.leafHash(changed) != leaf.hash)
      }
    }
  }

  @Test func everyCutAndEveryAdditionIsRefused() throws {
    let (leaf, _) = try sample()
    for count in leaf.bytes.indices { #expect(fault(Array(leaf.bytes[..<count])) != nil) }
    #expect(fault(leaf.bytes + [0x0a]) == .entry(.signatureLine))
    #expect(fault(leaf.bytes + leaf.bytes) == .entry(.signatureLine))
    #expect(fault([0x0a] + leaf.bytes) == .entry(.header))
  }

  @Test func aHostileLeafIsRefused() throws {
    let (leaf, _) = try sample()
    let cases: [(String, String, AuditLogError)] = [
      ("audit-entry/v1", "audit-entry/v2", .entry(.header)),
      ("audit-entry/v1 ", "audit-entry/v1", .entry(.header)),
      ("audit-entry/v1 ", "audit-entry/v1  ", .entry(.header)),
      ("safekeep/0011", "safe+eep/0011", .entry(.header)),
      ("}\n\n", "}\n", .entry(.signatureLine)), ("}\n\n", "}\n\n\n", .entry(.signatureLine)),
      ("}\n", "} \n", .entry(.signatureLine)), ("\n{", "\n\n{", .entry(.form)),
      ("\n{", "\n {", .entry(.form)), ("\n{", "\nmore\n{", .entry(.form)),
      ("— ", "- ", .entry(.signatureLine)), ("— ", "—  ", .entry(.signatureLine)),
      ("/a/", "/b/", .entry(.signatureLine)),
      ("— safekeep/0011", "— safekeep/0012", .entry(.signatureLine)),
    ]
    for (old, new, expected) in cases {
      let changed = try #require(replacing(old, with: new, in: leaf.bytes))
      #expect(fault(changed) == expected, "\(old) → \(new)")
    }
    #expect(fault(leaf.bytes, origin: "safekeep/other") == .chain(.origin))
    #expect(fault([]) == .entry(.header))
    let second = try SignedNote(parsing: leaf.bytes).signatures[0].line
    #expect(fault(leaf.bytes + second) == .entry(.signatureLine))
  }

  @Test func aLeafMayHaveSixteenBitsOfLength() throws {
    let person = try Person("worker")
    var entry = Entry(
      after: Frontier(), t: 1, act: Act.list, out: .ok, actor: person.actor, aseq: 0)
    let small = try Leaf.sign(entry, origin: Self.origin, with: person.key)
    let room = Leaf.maximumLength - small.bytes.count - #","kind":"""#.utf8.count
    entry.kind = String(repeating: "k", count: room)
    let largest = try Leaf.sign(entry, origin: Self.origin, with: person.key)
    #expect(largest.bytes.count == 65_535)
    entry.kind?.append("k")
    #expect(throws: AuditLogError.entry(.length)) {
      _ = try Leaf.sign(entry, origin: Self.origin, with: person.key)
    }
  }

  /// A checkpoint cannot be read as a leaf, nor a leaf as a checkpoint: the first lines differ.
  @Test func leavesAndCheckpointsAreNotEachOther() throws {
    #expect(fault(bytes(Example.checkpoint)) == .entry(.header))
    let (leaf, _) = try sample()
    #expect(throws: AuditLogError.note(.lines)) { _ = try Checkpoint(parsing: leaf.text) }
  }

  @Test func actorsAreSixteenLowerCaseDigits() {
    #expect(ActorID("ea99aba09d2a4627")?.description == "ea99aba09d2a4627")
    for wrong in ["", "ea99", "EA99ABA09D2A4627", "ea99aba09d2a46271", "ea99aba09d2a462g"] {
      #expect(ActorID(wrong) == nil)
    }
    let order = ["00ffffffffffffff", "0100000000000000", "ff00000000000000"].compactMap {
      ActorID($0)
    }
    #expect(order == order.sorted())
    #expect(order.count == 3)
  }
}
