public import Sealing

/// What an export holds beside the tree: every file that no tree hash binds, with its hash, under the
/// signature of the member who made the export.
///
/// The tree and its proofs bind entries, tiles and the directory. Everything else, keys, kept heads,
/// cosignatures, time-stamps, the report, could be exchanged on a stick without it.
public struct ExportManifest: Hashable, Sendable {
  /// What is exported.
  public let scope: ExportScope
  /// The leaves of the directory, ascending. The tree binds each, and only this list says that none is
  /// missing of those before the entries that an export holds.
  public let shown: [Int]
  /// The hash of each file, by path.
  public let files: [String: Digest]

  private static let header = "safekeep-export/v1"
  private static let directory = "directory"

  /// A manifest of some leaves of the directory and some files.
  public init(scope: ExportScope, shown: Set<Int>, files: [String: Digest]) {
    (self.scope, self.shown, self.files) = (scope, shown.sorted(), files)
  }

  /// What is signed: header, origin, size, first entry asked for, the leaves of the directory, then a line
  /// a file, in the order of the bytes of their paths.
  public var text: [UInt8] {
    let lines = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value.hex)  \($0.key)\n" }
    let head = "\(Self.header)\n\(scope.origin)\n\(scope.size)\n\(scope.from)\n"
    let leaves = shown.map { " \($0)" }.joined()
    return Array((head + "\(Self.directory)\(leaves)\n" + lines.joined()).utf8)
  }

  /// The note, signed by the member who made the export.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be a name, ``NoteFault/length`` where
  ///   there are more files than a note can list.
  public func signed(by member: borrowing SigningKey) throws(AuditLogError) -> SignedNote {
    var note = try SignedNote(text: text)
    try note.sign(as: NoteKey.actor(member.publicKey, origin: scope.origin).name, with: member)
    guard note.bytes.count <= SignedNote.maximumLength else { throw .note(.length) }
    return note
  }

  /// The manifest in the text of a note. Who signed it is another question.
  ///
  /// - Throws: ``ExportFault/manifest``, also where a line names a file that it must not.
  public init(parsing text: [UInt8]) throws(AuditLogError) {
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count >= 6, lines[0].elementsEqual(Self.header.utf8), lines.last?.isEmpty == true,
      let size = Decimal.value(of: lines[2]), let from = Decimal.value(of: lines[3]), from < size
    else { throw .export(.manifest) }
    let origin = String(decoding: lines[1], as: UTF8.self)
    guard NoteKey.isName(origin) else { throw .export(.manifest) }
    var files: [String: Digest] = [:]
    for line in lines[5..<lines.count - 1] {
      let (path, digest) = try Self.file(in: line)
      files[path] = digest
    }
    let shown = lines[4].split(separator: 0x20).compactMap { Decimal.value(of: $0) }
    self.init(
      scope: ExportScope(origin: origin, size: size, from: from), shown: Set(shown), files: files)
    // One spelling: sorted, nothing twice, no other digits.
    guard self.text == text else { throw .export(.manifest) }
  }

  private static func file(
    in line: ArraySlice<UInt8>
  ) throws(AuditLogError) -> (String, Digest) {
    let digits = Array(line.prefix(64))
    let bytes = stride(from: 0, to: digits.count, by: 16).compactMap {
      Hexadecimal.word(digits, at: $0)
    }.flatMap { word in
      stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    let path = String(decoding: line.dropFirst(66), as: UTF8.self)
    guard let digest = Digest(bytes), line.dropFirst(64).prefix(2).elementsEqual([0x20, 0x20]),
      let kind = ExportPath(path), !kind.isBoundByTree
    else { throw .export(.manifest) }
    return (path, digest)
  }
}
