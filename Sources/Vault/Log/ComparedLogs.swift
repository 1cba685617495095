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
  /// The keys of the log that signed either head, as a file for `--key`: without them nobody else can check the pair.
  public let keys: [UInt8]

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
    let known =
      trusted.map { trusted in
        [first, second].map(\.logKeys).filter { !$0.allSatisfy { !trusted.contains($0) } }
          .reduce(trusted, +)
      } ?? first.logKeys + second.logKeys
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
    return ComparedLogs(
      origin: old.head.origin, first: copies.0, second: copies.1,
      relation: told, proof: proof.isEmpty ? nil : ConsistencyFile.bytes(proof),
      keys: file(of: known, under: [first.note, second.note]))
  }

  private static func file(of keys: [NoteKey], under notes: [SignedNote]) -> [UInt8] {
    var lines: [String] = []
    for key in keys where notes.contains(where: { $0.verdict(of: key) == .valid }) {
      if !lines.contains(key.text) { lines.append(key.text) }
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
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
