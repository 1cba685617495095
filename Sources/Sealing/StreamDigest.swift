import Synchronization

/// SHA-256 of a long content that is reckoned beside something else (``Aside``): one thread gives pieces at a time, in
/// their order.
public final class StreamDigest: Sendable {
  private let context = Mutex(DigestContext())

  /// Of nothing yet.
  public init() {}

  /// Hashes more bytes, piece after piece.
  public func update(_ pieces: [[UInt8]]) {
    context.withLock { context in
      for piece in pieces { context.update(piece) }
    }
  }

  /// The digest of everything since the last one; the next begins with nothing.
  public func finish() -> Digest { context.withLock { $0.finish() } }
}
