import AuditLog
import Sealing

/// Two copies of a log, held against each other without any vault (`log compare`).
public struct ComparedLogs: Sendable {
  /// One of them.
  public struct Copy: Sendable {
    /// How many entries it has.
    public let size: Int
    /// Whether a key that is known to be the log's signed its head.
    public let isSigned: Bool
    /// Its signed head.
    public let note: [UInt8]
  }

  public enum Relation: String, Sendable {
    case same
    case extended
    case splitView = "split_view"
    case unknown
  }

  public let origin: String
  public let first: Copy
  public let second: Copy
  public let relation: Relation
  /// The consistency proof from the smaller to the larger, as a file; nil where there is none. Of two
  /// logs that differ it shows what root the larger had at the size of the smaller.
  public let proof: [UInt8]?
  /// What ties the signatures to the log.
  public let binding: Binding
  /// The key that signed both heads, as a file for `--key`; nil where none did. Two keys in it would let a made-up
  /// head pass for the log's beside a real one.
  public let key: [UInt8]?

  /// Whose the signatures under two heads are.
  public enum Binding: Sendable {
    /// One key signed both: whoever knows it as the log's needs nothing else.
    case oneKey
    /// Each by a key that the entries of an export name as the log's: the exports are the proof.
    case exports
    /// Each by a key that somebody brought, not by the same one: whether both are the log's is not shown.
    case severalKeys
    /// Not each by a key that is known.
    case none
  }

  /// Compares two copies: exports, or files with a checkpoint.
  ///
  /// - Parameters:
  ///   - paths: the two.
  ///   - keys: vkeys of the log, one a line, from somebody whom the reader trusts; nil for those that an
  ///     export ties to the name of the log.
  /// - Throws: `logCopy` with the number of the copy, 1 or 2; 0 for the keys.
  public static func compare(
    _ paths: (String, String), keys: [UInt8]?
  ) throws(VaultError) -> ComparedLogs {
    let first = try number(1) { () throws(LogCopyFault) in try LogCopy(paths.0) }
    let second = try number(2) { () throws(LogCopyFault) in
      try LogCopy(paths.1, besides: first.head)
    }
    guard first.head.origin == second.head.origin
    else { throw .logCopy(.origin, number: 2) }
    let trusted = try number(0) { () throws(LogCopyFault) in
      try keys.map { keys throws(LogCopyFault) in try noteKeys(keys, of: first.head.origin) }
    }
    // A log that changed its key leads from each of its keys to the others, where the entries show it.
    let exported = [first, second].map(\.logKeys).filter { keys in
      trusted.map { trusted in keys.contains(where: trusted.contains) } ?? true
    }.reduce([], +)
    let known = (trusted ?? []) + exported
    let (old, new) =
      first.head.size <= second.head.size ? (first, second) : (second, first)
    let (relation, proof) = new.relation(of: old)
    guard let told = Relation(rawValue: relation.rawValue)
    else { throw .logCopy(.tiles, number: new.head == first.head ? 1 : 2) }
    let copies = (try copy(first, known, 1), try copy(second, known, 2))
    // Whoever brought the key is told that it does not fit, and not to bring it.
    if trusted != nil, !copies.0.isSigned || !copies.1.isSigned {
      throw .logCopy(.signature, number: copies.0.isSigned ? 2 : 1)
    }
    let notes = [first.note, second.note]
    let one = key(of: notes, trusted: trusted ?? [], exported: exported)
    return ComparedLogs(
      origin: old.head.origin, first: copies.0, second: copies.1,
      relation: told, proof: proof.isEmpty ? nil : ConsistencyFile.bytes(proof),
      binding: binding(one, known: known, exported: exported, under: notes),
      key: one.map { Array("\($0.text)\n".utf8) })
  }

  /// The key that signed both heads. Of keys that were brought all that signed anything signed both: a line of
  /// somebody's own under a real head would make their key pass beside the log's.
  private static func key(
    of notes: [SignedNote], trusted: [NoteKey], exported: [NoteKey]
  ) -> NoteKey? {
    func signed(_ key: NoteKey) -> Bool { notes.allSatisfy { $0.verdict(of: key) == .valid } }
    if let key = exported.first(where: signed) { return key }
    let signing = trusted.filter { key in notes.contains { $0.verdict(of: key) == .valid } }
    return signing.allSatisfy(signed) ? signing.first : nil
  }

  private static func binding(
    _ one: NoteKey?, known: [NoteKey], exported: [NoteKey], under notes: [SignedNote]
  ) -> Binding {
    func each(_ keys: [NoteKey]) -> Bool {
      notes.allSatisfy { note in keys.contains { note.verdict(of: $0) == .valid } }
    }
    if one != nil { return .oneKey }
    return each(exported) ? .exports : each(known) ? .severalKeys : .none
  }

  private static func copy(
    _ copy: LogCopy, _ keys: [NoteKey], _ place: Int
  ) throws(VaultError) -> Copy {
    let isSigned = try number(place) { () throws(LogCopyFault) in try copy.isSigned(by: keys) }
    return Copy(size: copy.head.size, isSigned: isSigned, note: copy.note.bytes)
  }

  /// - Throws: `key` for what is none and for a file without any, `otherKey` for somebody else's: another log's,
  ///   a witness's.
  private static func noteKeys(
    _ bytes: [UInt8], of origin: String
  ) throws(LogCopyFault) -> [NoteKey] {
    var keys: [NoteKey] = []
    for line in bytes.split(separator: 0x0a) {
      guard let key = try? NoteKey(parsing: String(decoding: line, as: UTF8.self)) else {
        throw .key
      }
      guard key.algorithm == .ed25519, key.name.utf8.elementsEqual(origin.utf8) else {
        throw .otherKey
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw .key }
    return keys
  }

  private static func number<Result>(
    _ number: Int, _ body: () throws(LogCopyFault) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch { throw .logCopy(error, number: number) }
  }
}
