public import Sealing

/// That one leaf is in a log, in one file that can be checked offline (c2sp.org/tlog-proof).
public struct EntryProof: Hashable, Sendable {
  /// The index of the leaf.
  public let index: Int
  /// From the leaf's sibling up to the root's child.
  public let hashes: [Digest]
  /// The signed checkpoint, as it was issued.
  public let checkpoint: SignedNote

  private static let header = "c2sp.org/tlog-proof@v1"

  /// A proof.
  public init(index: Int, hashes: [Digest], checkpoint: SignedNote) {
    (self.index, self.hashes, self.checkpoint) = (index, hashes, checkpoint)
  }

  /// The proof in a file.
  ///
  /// A line of extra data is allowed by the specification and refused here: nothing would check it.
  ///
  /// - Throws: ``AuditLogError/note(_:)`` with `header`, `size` or `hash`, or what is wrong with the
  ///   checkpoint.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    let (lines, note) = try ProofLines.divide(bytes)
    guard lines.count >= 2, ProofLines.rest(of: lines[0], after: Self.header)?.isEmpty == true,
      let number = ProofLines.rest(of: lines[1], after: "index ")
    else { throw .note(.header) }
    guard let index = Decimal.value(of: number) else { throw .note(.size) }
    self.index = index
    hashes = try ProofLines.hashes(lines.dropFirst(2))
    checkpoint = try SignedNote(parsing: note)
  }

  /// The file.
  public var bytes: [UInt8] {
    Array("\(Self.header)\nindex \(index)\n".utf8) + ProofLines.lines(hashes) + checkpoint.bytes
  }

  /// Checks that a leaf is the one the proof is for, under a log key that the reader trusts. Who signed
  /// the leaf itself is another question.
  ///
  /// - Throws: ``AuditLogError/proof(_:)``, or what ``Checkpoint/open(_:log:)`` throws.
  public func verify(leaf: [UInt8], log key: NoteKey) throws(AuditLogError) {
    let head = try Checkpoint.open(checkpoint, log: key)
    try Tree.verifyInclusion(
      of: Tree.leafHash(leaf), index: index, size: head.size, root: head.root, proof: hashes)
  }
}
