public import Sealing

/// The head of a log at one size (c2sp.org/tlog-checkpoint): origin, number of leaves, root.
///
/// Exactly three lines. Extension lines are allowed by the specification and refused here: nobody
/// checks what they say.
public struct Checkpoint: Hashable, Sendable {
  /// The name of the log.
  public let origin: String
  /// The number of leaves.
  public let size: Int
  /// The root over them.
  public let root: Digest

  /// A head.
  public init(origin: String, size: Int, root: Digest) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// The head that a frontier stands for.
  public init(origin: String, _ frontier: Frontier) {
    self.init(origin: origin, size: frontier.size, root: frontier.root)
  }

  /// The head in the text of a note. Who signed it is another question.
  ///
  /// - Throws: ``AuditLogError/note(_:)`` with `lines`, `origin`, `size` or `hash`.
  public init(parsing text: [UInt8]) throws(AuditLogError) {
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty else { throw .note(.lines) }
    let origin = String(decoding: lines[0], as: UTF8.self)
    guard NoteKey.isName(origin) else { throw .note(.origin) }
    guard let size = Decimal.value(of: lines[1]) else { throw .note(.size) }
    guard let root = Base64.digest(of: Array(lines[2])), size > 0 || root == Tree.emptyRoot else {
      throw .note(.hash)
    }
    self.init(origin: origin, size: size, root: root)
  }

  /// The three lines that are signed.
  public var text: [UInt8] {
    Array("\(origin)\n\(size)\n\(Base64.text(root.bytes))\n".utf8)
  }

  /// The note of this head, signed by the log and by the acting member.
  ///
  /// The log's line says that somebody who can use the log key stands behind the head; the member's
  /// line says who. A log must never sign two heads of which neither continues the other: the caller
  /// signs only what extends the head that it read under the same lock.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be a name.
  public func signed(
    log: borrowing SigningKey, member: borrowing SigningKey
  ) throws(AuditLogError) -> SignedNote {
    var note = try SignedNote(text: text)
    try note.sign(as: origin, with: log)
    try note.sign(as: NoteKey.actor(member.publicKey, origin: origin).name, with: member)
    return note
  }

  /// The note of the head that first has a new log key: signed by the old one too, so that whoever
  /// trusts the old key learns of the new one.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be a name.
  public func signed(
    log: borrowing SigningKey, oldLog: borrowing SigningKey, member: borrowing SigningKey
  ) throws(AuditLogError) -> SignedNote {
    var note = try signed(log: log, member: member)
    try note.sign(as: origin, with: oldLog)
    return note
  }

  /// The head in a note that a given log key must have signed.
  ///
  /// - Throws: ``AuditLogError/note(_:)``, ``HeadFault/origin`` where the key has another name,
  ///   ``HeadFault/logSignature``.
  public static func open(
    _ note: SignedNote, log key: NoteKey
  ) throws(AuditLogError) -> Checkpoint {
    let checkpoint = try Checkpoint(parsing: note.text)
    guard checkpoint.origin == key.name else { throw .head(.origin) }
    guard note.verdict(of: key) == .valid else { throw .head(.logSignature) }
    return checkpoint
  }
}
