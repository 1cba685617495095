public import Sealing

/// What is carried to a witness: the head, and the proof that it continues the one it saw last
/// (the `add-checkpoint` body of c2sp.org/tlog-witness).
public struct WitnessRequest: Hashable, Sendable {
  /// The size that the witness signed last; 0 where it never did.
  public let oldSize: Int
  /// The consistency proof; empty from size 0.
  public let hashes: [Digest]
  /// The signed checkpoint.
  public let checkpoint: SignedNote

  /// The most proof lines a request may have.
  public static let maximumHashes = 63

  /// A request.
  public init(oldSize: Int, hashes: [Digest], checkpoint: SignedNote) {
    (self.oldSize, self.hashes, self.checkpoint) = (oldSize, hashes, checkpoint)
  }

  /// The request in a file.
  ///
  /// - Throws: ``AuditLogError/note(_:)`` with `header`, `size` or `hash`, or what is wrong with the
  ///   checkpoint.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    let (lines, note) = try ProofLines.divide(bytes)
    guard let first = lines.first, let number = ProofLines.rest(of: first, after: "old "),
      lines.count <= Self.maximumHashes + 1
    else { throw .note(.header) }
    guard let oldSize = Decimal.value(of: number) else { throw .note(.size) }
    self.oldSize = oldSize
    hashes = try ProofLines.hashes(lines.dropFirst())
    checkpoint = try SignedNote(parsing: note)
  }

  /// The file.
  public var bytes: [UInt8] {
    Array("old \(oldSize)\n".utf8) + ProofLines.lines(hashes) + checkpoint.bytes
  }

  /// Checks what a witness must before it signs: that the head is the log's and continues the head that
  /// the witness has on record.
  ///
  /// - Throws: ``HeadFault/rollback`` where the head is smaller than the one on record,
  ///   ``HeadFault/pin`` where another root of the same size is on record, ``HeadFault/size`` where the
  ///   old size is not the one on record, ``AuditLogError/proof(_:)``, or what
  ///   ``Checkpoint/open(_:log:)`` throws.
  public func verify(
    record: Checkpoint?, log key: NoteKey
  ) throws(AuditLogError) -> Checkpoint {
    let head = try Checkpoint.open(checkpoint, log: key)
    // What is worst is said first: a log that was put back asks from an old size, too.
    if let record {
      guard head.size >= record.size else { throw .head(.rollback) }
      guard record.size != head.size || record.root == head.root else { throw .head(.pin) }
    }
    guard oldSize == record?.size ?? 0 else { throw .head(.size) }
    guard let record, record.size > 0 else {
      // Nothing is proven from the empty tree, so nothing may pretend to.
      guard hashes.isEmpty else { throw .proof(.length) }
      return head
    }
    try Tree.verifyConsistency(
      from: record.size, root: record.root, to: head.size, root: head.root, proof: hashes)
    return head
  }
}
