import Sealing

/// A head that somebody keeps outside of the log, so that no one can take it back.
public struct PinnedHead: Equatable, Sendable {
  /// What it takes to go on from a head without the entries before it.
  public struct Base: Equatable, Sendable {
    /// The right edge of the tree.
    public let frontier: Frontier
    /// The directory.
    public let roster: Roster
  }

  /// The head, as it was signed.
  public let note: SignedNote
  /// What the note says.
  public let checkpoint: Checkpoint
  /// Where verification can go on, if that was kept too.
  public let base: Base?

  /// A head alone: it shows whether a log goes on from it, and no more.
  ///
  /// - Throws: what ``Checkpoint/init(parsing:)`` throws; ``NoteFault/size`` for the empty log, which every
  ///   log goes on from, so that nothing is held by it; ``HeadFault/logSignature`` where no line bears the name
  ///   of the log: a head whose name was altered would be passed over as another log's.
  public init(_ note: SignedNote) throws(AuditLogError) {
    (self.note, checkpoint, base) = (note, try Self.head(note), nil)
  }

  private static func head(_ note: SignedNote) throws(AuditLogError) -> Checkpoint {
    let head = try Checkpoint(parsing: note.text)
    guard head.size > 0 else { throw .note(.size) }
    guard note.signatures.contains(where: { $0.name == head.origin }) else {
      throw .head(.logSignature)
    }
    return head
  }

  /// A head from which verification can go on.
  ///
  /// - Throws: ``ExportFault/pinForm`` where the three are not of one log, size and root, or what
  ///   ``Checkpoint/init(parsing:)`` throws.
  public init(
    _ note: SignedNote, frontier: Frontier, roster: Roster
  ) throws(AuditLogError) {
    let head = try Self.head(note)
    guard head == Checkpoint(origin: roster.origin, frontier), roster.size == head.size else {
      throw .export(.pinForm)
    }
    (self.note, checkpoint, base) = (note, head, Base(frontier: frontier, roster: roster))
  }

  static let header = "safekeep-pin/v2"

  /// The lines of a block before its check.
  static func lines(_ frontier: String, _ directory: String) -> [UInt8] {
    Array("\(header)\nfrontier \(frontier)\ndirectory \(directory)\n".utf8)
  }

  /// The block of a pin file: five lines where verification can go on from here, then the note. Of the
  /// frontier and the directory nothing else that an auditor keeps says that they are as they were written.
  public var bytes: [UInt8] {
    guard let base else { return note.bytes }
    let frontier = Base64.text(base.frontier.encoded())
    let directory = Base64.text(base.roster.encoded())
    let lines = Self.lines(frontier, directory)
    let check = Base64.text(Digest.of(lines).bytes)
    return lines + Array("check \(check)\n\n".utf8) + note.bytes
  }
}
