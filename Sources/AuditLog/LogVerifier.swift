import Sealing

/// Checks a log leaf by leaf, in memory that does not grow with it, and names the first entry that does
/// not fit.
///
/// It trusts no stored hash: it hashes the bytes it is given, rebuilds the root before every entry and
/// compares it with what the entry's author signed. The tree alone is not enough: whoever has the log
/// key can take an entry out and sign the new tree, and only the entries' own statements show it.
public struct LogVerifier: ~Copyable {
  /// Which signatures of entries are checked, and when.
  public enum Signatures: Hashable, Sendable {
    /// All of them, each before the entry is taken in.
    case all
    /// Those of entries that change the directory: what a command does between its pin and the head.
    case directory
    /// None here: they are collected for ``takeChecks()``, to be checked elsewhere, on other threads.
    /// Nothing is proven until they are.
    case deferred
  }

  /// The tree so far.
  public private(set) var frontier: Frontier
  /// The directory so far.
  public private(set) var roster: Roster

  private let frame: LeafFrame
  private let signatures: Signatures
  private var checks: [SignatureCheck] = []
  private var hasher = TreeHasher()
  /// Heads kept from earlier, the smallest last.
  private var pins: [Checkpoint]

  /// A verifier of a log from its beginning.
  ///
  /// `pins` are heads kept from earlier, of any age, whose signatures somebody checked: each must be a
  /// beginning of this log (`pin` where one is not, `rollback` where the log ends before it).
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be a name.
  public init(
    origin: String, pins: [Checkpoint] = [], signatures: Signatures = .all
  ) throws(AuditLogError) {
    try self.init(
      roster: Roster(origin: origin), frontier: Frontier(), pins: pins, signatures: signatures)
  }

  /// A verifier that goes on from what a pin holds. Pins of smaller sizes are beyond its sight and
  /// passed over; a consistency proof is what compares them.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be a name, ``HeadFault/size`` where roster
  ///   and frontier are not of one size.
  public init(
    roster: Roster, frontier: Frontier, pins: [Checkpoint] = [], signatures: Signatures = .all
  ) throws(AuditLogError) {
    guard roster.size == frontier.size else { throw .head(.size) }
    frame = try LeafFrame(origin: roster.origin)
    (self.roster, self.frontier, self.signatures) = (roster, frontier, signatures)
    self.pins = pins.filter { $0.size >= frontier.size }.sorted { $0.size > $1.size }
  }

  /// Takes in the bytes of the next leaf.
  ///
  /// - Throws: a ``Finding`` with this leaf's index. The verifier then stands where it stood.
  public mutating func consume(_ bytes: [UInt8]) throws(Finding) { _ = try follow(bytes) }

  /// The same, and gives back what was read and hashed on the way.
  mutating func follow(_ bytes: [UInt8]) throws(Finding) -> (leaf: Leaf, hash: Digest) {
    do {
      return try take(bytes)
    } catch {
      throw Finding(seq: frontier.size, fault: error)
    }
  }

  private mutating func take(_ bytes: [UInt8]) throws(AuditLogError) -> (Leaf, Digest) {
    let leaf = try Leaf(parsing: bytes, in: frame)
    guard leaf.entry.seq == frontier.size else { throw .chain(.seq) }
    let root = frontier.root(&hasher)
    try comparePins(root)
    guard leaf.entry.prev == root else { throw .chain(.prev) }
    let key = try roster.signer(of: leaf)
    if signatures == .all || signatures == .directory && leaf.entry.changesDirectory {
      guard key.isValid(leaf.signature, for: leaf.text) else { throw .signer(.signature) }
    }
    try roster.apply(leaf)
    if signatures == .deferred {
      checks.append(
        SignatureCheck(
          seq: leaf.entry.seq, key: key, text: leaf.text, signature: leaf.signature))
    }
    let hash = hasher.leaf(bytes)
    frontier.append(hash, &hasher)
    return (leaf, hash)
  }

  /// The signatures collected since the last call, in the order of the entries. The finding of the
  /// smallest index, among these and those of ``consume(_:)``, is the one to report.
  public mutating func takeChecks() -> [SignatureCheck] {
    defer { checks = [] }
    return checks
  }

  private mutating func comparePins(_ root: Digest) throws(AuditLogError) {
    while let pin = pins.last, pin.size == frontier.size {
      guard pin.origin == roster.origin, pin.root == root else { throw .head(.pin) }
      pins.removeLast()
    }
  }

  /// Compares what was consumed with the head of the log.
  ///
  /// The head must be this log's, of this size and root; signed by the log key in force, and by the one
  /// before where the last entry brought in a new one; and by a member who may stand behind it.
  ///
  /// - Throws: a ``Finding``, whose index is the first entry that the head and the leaves disagree
  ///   about: the smaller size, where the sizes differ.
  /// - Returns: the checkpoint.
  public mutating func finish(head bytes: [UInt8]) throws(Finding) -> Checkpoint {
    var disagreement = frontier.size
    do {
      return try compare(bytes, &disagreement)
    } catch {
      throw Finding(seq: disagreement, fault: error)
    }
  }

  private mutating func compare(
    _ bytes: [UInt8], _ disagreement: inout Int
  ) throws(AuditLogError) -> Checkpoint {
    let root = frontier.root(&hasher)
    try comparePins(root)
    guard pins.isEmpty else { throw .head(.rollback) }
    let note = try SignedNote(parsing: bytes)
    let head = try Checkpoint(parsing: note.text)
    guard head.origin == roster.origin else { throw .head(.origin) }
    disagreement = min(disagreement, head.size)
    guard head.size == frontier.size else { throw .head(.size) }
    guard head.root == root else { throw .head(.root) }
    try roster.checkSignatures(of: note)
    return head
  }
}
