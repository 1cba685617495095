import Sealing

/// Hashes leaves and nodes with one context and one buffer: a verifier makes a dozen hashes an entry.
struct TreeHasher: ~Copyable {
  private var context = DigestContext()
  private var buffer: [UInt8] = []
  private static let leafPrefix: [UInt8] = [0]

  init() { buffer.reserveCapacity(65) }

  mutating func leaf(_ leaf: [UInt8]) -> Digest {
    context.update(Self.leafPrefix)
    context.update(leaf)
    return context.finish()
  }

  mutating func node(_ left: Digest, _ right: Digest) -> Digest {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(1)
    left.append(to: &buffer)
    right.append(to: &buffer)
    context.update(buffer)
    return context.finish()
  }
}
