/// What a witness remembers of one log: the key it was told to trust, and the newest head it signed. Small
/// enough to be replaced whole before every signature.
///
/// ```
/// safekeep-witness/v1
/// <vkey of the log>
///
/// <the head, with the log's lines>
/// ```
public struct WitnessRecord: Hashable, Sendable {
  /// The log's key.
  public let logKey: NoteKey
  /// The head that was signed last, with the log's lines: beside another head of the same size it is proof
  /// that there are two.
  public let note: SignedNote
  /// The same, read.
  public let head: Checkpoint

  private static let first = Array("safekeep-witness/v1".utf8)

  /// A record of a head that this key signed.
  ///
  /// - Throws: what ``Checkpoint/open(_:log:)`` throws.
  public init(logKey: NoteKey, note: SignedNote) throws(AuditLogError) {
    head = try Checkpoint.open(note, log: logKey)
    (self.logKey, self.note) = (logKey, note)
  }

  /// The record in a file. Its head must be signed by its key, so that a record that rotted is not taken
  /// for one.
  ///
  /// - Throws: ``AuditLogError/note(_:)``, ``AuditLogError/head(_:)``.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    let (lines, note) = try ProofLines.divide(bytes)
    guard lines.count == 2, lines[0] == Self.first else { throw .note(.header) }
    try self.init(
      logKey: NoteKey(parsing: String(decoding: lines[1], as: UTF8.self)),
      note: SignedNote(parsing: note))
  }

  /// The file.
  public var bytes: [UInt8] {
    Self.first + Array("\n\(logKey.text)\n\n".utf8) + note.bytes
  }

  /// The key to hold a head against: the one on record, or the newest that the person names and that is led to
  /// from it: each stands beside one before it, under that head or the one that was signed last. A log that
  /// changes its key, however often, shows so that it is still the same one.
  ///
  /// - Parameter given: in the order in which the log had them.
  /// - Throws: ``HeadFault/logSignature`` where one that is named stands beside none before it.
  public func key(
    given: [NoteKey], for checkpoint: SignedNote
  ) throws(AuditLogError) -> NoteKey {
    var known = [logKey]
    for key in given where !known.contains(key) {
      let isBeside = [note, checkpoint].contains { head in
        head.verdict(of: key) == .valid && known.contains { head.verdict(of: $0) == .valid }
      }
      guard key.name == logKey.name, isBeside else { throw .head(.logSignature) }
      known.append(key)
    }
    return known.last { checkpoint.verdict(of: $0) == .valid } ?? logKey
  }
}
