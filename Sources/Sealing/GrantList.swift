/// What one act granted: for each wrapped key, its context and the SHA-256 of the wrap.
///
/// The signed entry of the act carries the digest of the list, and that is the only signature on the
/// grants. The list speaks of inner wraps, so replacing the custody key of a case leaves it true.
public struct GrantList: Sendable, Equatable {
  /// One grant.
  public struct Entry: Sendable, Hashable {
    /// Which key, for whom, by which act.
    public let context: GrantContext
    /// SHA-256 of the inner wrap.
    public let inner: Digest

    /// A grant.
    public init(context: GrantContext, inner: Digest) {
      self.context = context
      self.inner = inner
    }

    /// Bytes of an entry.
    static let count = GrantContext.count + 32

    /// Whether this entry stands before another in a list.
    func precedes(_ other: Entry) -> Bool {
      let (left, right) = (context, other.context)
      guard left.principal == right.principal else { return left.principal < right.principal }
      // The case decides only in lists over several cases, where class and version repeat.
      return (left.keyClass, left.keyVersion, left.caseID)
        < (right.keyClass, right.keyVersion, right.caseID)
    }
  }

  /// The grants, ascending by principal, class, version and case.
  public let entries: [Entry]

  /// A list of some grants, in any order.
  ///
  /// - Throws: ``SealingError/length`` where one principal is granted one key twice.
  public init(_ entries: [Entry]) throws(SealingError) {
    self.entries = entries.sorted { $0.precedes($1) }
    guard Self.ascends(self.entries) else { throw .length }
  }

  /// Reads ``bytes``.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where they are no list, or not in its one order.
  public init(reading bytes: Span<UInt8>) throws(SealingError) {
    guard bytes.count % Entry.count == 0 else { throw .doesNotOpen }
    var entries: [Entry] = []
    for offset in stride(from: 0, to: bytes.count, by: Entry.count) {
      guard let context = GrantContext(reading: bytes, at: offset) else { throw .doesNotOpen }
      let inner = bytes.digest(at: offset + GrantContext.count)
      entries.append(Entry(context: context, inner: inner))
    }
    guard Self.ascends(entries) else { throw .doesNotOpen }
    self.entries = entries
  }

  /// Each entry's context ‖ SHA-256(inner), 123 bytes an entry.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * Entry.count)
    for entry in entries {
      entry.context.append(to: &bytes)
      entry.inner.append(to: &bytes)
    }
    return bytes
  }

  /// What the entry of the act carries as `grant`: the plain SHA-256 of ``bytes``.
  public var digest: Digest { Digest.of(bytes) }

  private static func ascends(_ entries: [Entry]) -> Bool {
    zip(entries, entries.dropFirst()).allSatisfy { $0.precedes($1) }
  }
}
