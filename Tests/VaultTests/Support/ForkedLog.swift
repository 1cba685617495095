import AuditLog
import Sealing

/// A log of nothing but hashes, signed with a key of its own, and a second one that parts from it: what a
/// witness is there to notice.
struct ForkedLog {
  static let origin = "safekeep/00000000000000000000000000000000"

  /// The leaf from which on the second history differs.
  var fork = Int.max

  /// The log's keys, published on purpose: the first, and those that come after it.
  static func key(_ number: UInt8 = 0) throws -> SigningKey {
    let seed = try SecretBytes(capacity: 32) { out in for _ in 0..<32 { out.append(number) } }
    return try SigningKey(seed: seed)
  }

  func vkey(_ number: UInt8 = 0) throws -> String {
    try NoteKey(name: Self.origin, key: Self.key(number).publicKey).text
  }

  private func leaf(_ index: Int) -> Digest {
    Digest.of([UInt8(truncatingIfNeeded: index), index >= fork ? 1 : 0])
  }

  func request(
    old: Int, new: Int, spoilProof: Bool = false, by first: UInt8 = 0, besides: UInt8? = nil
  ) throws -> [UInt8] {
    let read = { (level: Int, index: Int) in
      Tree.root(of: (index << level..<(index + 1) << level).map(leaf))
    }
    let root = Tree.root(of: (0..<new).map(leaf))
    var hashes = old > 0 ? Tree.consistencyProof(from: old, to: new, read: read) : []
    if spoilProof { hashes[0] = Tree.emptyRoot }
    var note = try SignedNote(text: Checkpoint(origin: Self.origin, size: new, root: root).text)
    try note.sign(as: Self.origin, with: Self.key(first))
    if let besides { try note.sign(as: Self.origin, with: Self.key(besides)) }
    return WitnessRequest(oldSize: old, hashes: hashes, checkpoint: note).bytes
  }
}
