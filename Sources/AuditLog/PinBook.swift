import Sealing

/// The heads that an auditor keeps in one file: any number, of any age.
///
/// A block is a signed checkpoint; before it may stand what it takes to go on from there. Blocks follow
/// one another, with empty lines between or without: a line that begins a signature belongs to the note
/// before it, also behind empty lines.
public struct PinBook: Equatable, Sendable {
  /// The most bytes that a file has.
  public static let maximumLength = 1 << 24

  /// The heads, in the order of the file.
  public var heads: [PinnedHead]

  /// Some heads.
  public init(heads: [PinnedHead] = []) { self.heads = heads }

  /// The file.
  public var bytes: [UInt8] { Array(heads.map(\.bytes).joined(separator: [0x0a])) }

  /// The heads in a file.
  ///
  /// - Throws: ``ExportFault/pinForm`` where it holds none, or lines that are no head's;
  ///   ``ExportFault/pinCheck`` where what stands before a head was altered; or what is wrong with a note.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    // Without its last line end a line may be cut short, and still look like one.
    guard bytes.last == 0x0a, bytes.count <= Self.maximumLength else { throw .export(.pinForm) }
    var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)[...]
    heads = []
    while true {
      lines = lines.drop { $0.isEmpty }
      guard !lines.isEmpty else { break }
      heads.append(try Self.head(&lines))
    }
    guard !heads.isEmpty else { throw .export(.pinForm) }
  }

  private static func head(
    _ lines: inout ArraySlice<ArraySlice<UInt8>>
  ) throws(AuditLogError) -> PinnedHead {
    let base = try base(&lines)
    let text = lines.prefix(3)
    lines = lines.dropFirst(3)
    guard text.count == 3, lines.popFirst()?.isEmpty == true else { throw .export(.pinForm) }
    let all = Array(text) + [[]] + signatures(&lines) + [[]]
    let bytes = Array(all.joined(separator: [0x0a]))
    let note = try SignedNote(parsing: bytes)
    // A name that Unicode spells in two ways would be read as the same: every byte counts here.
    guard note.bytes == bytes else { throw .note(.signatureLine) }
    guard let base else { return try PinnedHead(note) }
    return try PinnedHead(note, frontier: base.frontier, roster: base.roster)
  }

  /// Every line that begins a signature, also behind empty lines: whoever adds a witness's line to a kept
  /// head by hand may leave one.
  private static func signatures(
    _ lines: inout ArraySlice<ArraySlice<UInt8>>
  ) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    while true {
      let rest = lines.drop { $0.isEmpty }
      guard let line = rest.first, line.starts(with: NoteSignature.prefix) else { return found }
      found.append(line)
      lines = rest.dropFirst()
    }
  }

  /// The five lines before a note, where they are there.
  private static func base(
    _ lines: inout ArraySlice<ArraySlice<UInt8>>
  ) throws(AuditLogError) -> PinnedHead.Base? {
    guard let first = lines.first, first.elementsEqual(PinnedHead.header.utf8) else { return nil }
    let block = lines.prefix(5).map(Array.init)
    lines = lines.dropFirst(5)
    guard block.count == 5, block[4].isEmpty,
      let edge = ProofLines.rest(of: block[1], after: "frontier "),
      let people = ProofLines.rest(of: block[2], after: "directory "),
      let check = ProofLines.rest(of: block[3], after: "check ")
    else { throw .export(.pinForm) }
    let stated = PinnedHead.lines(
      String(decoding: edge, as: UTF8.self), String(decoding: people, as: UTF8.self))
    guard Base64.digest(of: Array(check)) == Digest.of(stated) else { throw .export(.pinCheck) }
    guard let frontier = Base64.bytes(of: Array(edge)).flatMap({ Frontier(decoding: $0) }),
      let roster = Base64.bytes(of: Array(people)).flatMap({ Roster(decoding: $0) })
    else { throw .export(.pinForm) }
    return PinnedHead.Base(frontier: frontier, roster: roster)
  }
}
