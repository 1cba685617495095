import AuditLog
import Sealing
import Testing

/// How two heads stand to each other: every pair of sizes of a log, of two logs that part, and with
/// whatever is missing or wrong.
@Suite struct LogRelationTests {
  private static let size = 70
  private static let leaves = (0..<size).map { Digest.of([UInt8($0)]) }
  /// The same up to the 40th.
  private static let forked = leaves[..<40] + (40..<size).map { Digest.of([UInt8($0), 1]) }

  private static func head(_ leaves: some Sequence<Digest>, _ size: Int) -> Checkpoint {
    Checkpoint(origin: "log", size: size, root: Tree.root(of: leaves.prefix(size)))
  }

  private static func read(_ leaves: some Sequence<Digest>) -> (Int, Int) -> Digest? {
    let leaves = Array(leaves)
    return { level, index in
      Tree.root(of: leaves[(index << level)..<((index + 1) << level)])
    }
  }

  @Test func everyPairOfOneLog() throws {
    for new in 0...Self.size {
      let head = Self.head(Self.leaves, new)
      for old in 0...new {
        let (relation, proof) = LogRelation.of(
          Self.head(Self.leaves, old), to: head, read: Self.read(Self.leaves))
        #expect(relation == (old == new ? .same : .extended))
        // What is shown to others says the same to them.
        #expect(LogRelation.of(Self.head(Self.leaves, old), to: head, proof: proof) == relation)
        let file = ConsistencyFile.bytes(proof)
        #expect(try ConsistencyFile.hashes(in: file) == proof)
      }
    }
  }

  @Test func aForkIsASplitViewFromItsFirstOtherEntry() {
    for new in 1...Self.size {
      for old in 1...new {
        let (other, head) = (Self.head(Self.forked, old), Self.head(Self.leaves, new))
        let (relation, proof) = LogRelation.of(other, to: head, read: Self.read(Self.leaves))
        let isOne = old <= 40
        #expect(relation == (!isOne ? .splitView : old == new ? .same : .extended))
        // Whoever has the two heads and the proof alone sees it too; of no other head it says so.
        #expect(LogRelation.of(other, to: head, proof: proof) == relation)
        let own = LogRelation.of(Self.head(Self.leaves, old), to: head, proof: proof)
        #expect(own != .splitView)
      }
    }
  }

  /// Without the tree nobody can say; with another tree nobody can either, and it is not a fork.
  @Test func whatIsNotThereProvesNothing() {
    let (old, new) = (Self.head(Self.leaves, 41), Self.head(Self.leaves, 66))
    #expect(LogRelation.of(old, to: new) { _, _ in nil }.relation == .unknown)
    #expect(LogRelation.of(old, to: new, read: Self.read(Self.forked)).relation == .damaged)
    #expect(LogRelation.of(old, to: new, proof: []) == .unknown)
    let (_, proof) = LogRelation.of(old, to: new, read: Self.read(Self.leaves))
    let other = Self.head(Self.forked, 41)
    // A proof that does lead to the larger head shows what the smaller would have to be.
    #expect(LogRelation.of(other, to: new, proof: proof) == .splitView)
    #expect(LogRelation.of(other, to: new, proof: proof.dropLast()) == .unknown)
    #expect(LogRelation.of(old, to: new, proof: proof.dropLast()) == .unknown)
  }

  @Test(arguments: ["x\n", "AA==\n", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "\n"])
  func aProofFileOfAnotherFormIsRefused(text: String) {
    #expect(throws: AuditLogError.note(.hash)) {
      try ConsistencyFile.hashes(in: Array(text.utf8))
    }
  }

  @Test func moreHashesThanAProofHasAreRefused() {
    let many = ConsistencyFile.bytes(Array(repeating: Tree.emptyRoot, count: 64))
    #expect(throws: AuditLogError.note(.length)) { try ConsistencyFile.hashes(in: many) }
  }
}
