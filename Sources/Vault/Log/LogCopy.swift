import AuditLog
import FoundationEssentials
import Sealing

/// A copy of a log as somebody has it: an export, or a file with one signed checkpoint or several, of
/// which the largest counts. It is read as it lies there, and trusted in nothing.
struct LogCopy {
  let note: SignedNote
  let head: Checkpoint
  /// The export's directory; nil for a file.
  private let folder: String?
  /// Where a proof that was saved with the two lies.
  private let beside: String

  /// More than any file of an export, or a pin file, has.
  private static let limit = 1 << 25
  /// What `log compare --save` calls the two heads.
  private static let pair = ["a.checkpoint", "b.checkpoint"]

  /// - Parameter other: what it is compared with. Of a pair that contradict each other and were saved
  ///   together it is the one that is not this.
  init(_ path: String, besides other: Checkpoint? = nil) throws(LogCopyFault) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else { throw .missing }
    guard isFolder else {
      let slash = path.lastIndex(of: "/")
      (folder, beside) = (nil, slash.map { String(path[..<$0]) } ?? ".")
      (note, head) = try Self.largest(in: path)
      return
    }
    beside = path
    do {
      (note, head) = try Self.largest(in: path + "/checkpoint")
      folder = path
    } catch {
      guard error == .missing else { throw error }
      (note, head) = try Self.saved(in: path, besides: other)
      folder = nil
    }
  }

  private static func saved(
    in path: String, besides other: Checkpoint?
  ) throws(LogCopyFault) -> (SignedNote, Checkpoint) {
    var heads: [(note: SignedNote, head: Checkpoint)] = []
    for name in pair { heads.append(try largest(in: "\(path)/\(name)")) }
    return heads.first { $0.head != other } ?? heads[0]
  }

  private static func largest(
    in path: String
  ) throws(LogCopyFault) -> (note: SignedNote, head: Checkpoint) {
    let bytes: [UInt8]
    do { bytes = try PlainFile.read(path, limit: limit) } catch {
      switch error {
      case .missing: throw .missing
      case .tooLarge: throw .large
      case .strange: throw .strange
      case .system: throw .unreadable
      }
    }
    do {
      let heads = try PinBook(parsing: bytes).heads
      guard let largest = heads.max(by: { $0.checkpoint.size < $1.checkpoint.size })
      else { throw LogCopyFault.missing }
      return (largest.note, largest.checkpoint)
    } catch let fault as LogCopyFault { throw fault } catch { throw .form }
  }

  private func read(_ name: String) -> [UInt8]? {
    folder.flatMap { try? PlainFile.read("\($0)/\(name)", limit: Self.limit) }
  }

  // MARK: Keys

  /// The log's first key, where the export has the two leaves that tie it to the name of the log: the
  /// root's, after whom the log is named, and the one in which root names the key.
  var logKey: NoteKey? {
    var roster = Roster(origin: head.origin)
    for seq in 0...1 {
      guard let bytes = read("directory/\(seq).leaf"),
        let leaf = try? Leaf(parsing: bytes, origin: head.origin),
        let key = try? roster.signer(of: leaf), leaf.isSigned(by: key),
        (try? roster.apply(leaf)) != nil
      else { return nil }
    }
    return roster.logKeys.first?.key
  }

  /// The keys that are known to be the log's. Where it changed its key, only the entries tell who might, and
  /// all of them are read.
  var logKeys: [NoteKey] {
    let first = logKey.map { [$0] } ?? []
    guard !first.isEmpty, read(ExportPath.logKey(1).text) != nil, let folder,
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    else { return first }
    let files = paths.filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder
    }
    return (try? Self.keys(files) { name in read(name) }) ?? shownKeys ?? first
  }

  /// Of an export without its beginning, or in which something was touched: by the leaves of the directory, which always
  /// travel, each signed by somebody whom those before it let sign.
  private var shownKeys: [NoteKey]? {
    guard let list = read(ExportPath.manifest.text).flatMap({ try? SignedNote(parsing: $0) }),
      let manifest = try? ExportManifest(parsing: list.text)
    else { return nil }
    let leaves = manifest.shown.compactMap { seq in
      read(ExportPath.leaf(seq).text).flatMap { try? Leaf(parsing: $0, origin: head.origin) }
    }
    guard leaves.count == manifest.shown.count else { return nil }
    return Roster(shownBy: leaves, of: head.origin)?.logKeys.map(\.key)
  }

  private static func keys(
    _ paths: [String], _ read: @escaping (String) -> [UInt8]?
  ) throws(ExportFinding) -> [NoteKey]? {
    var verifier = try ExportVerifier(paths: paths, trust: ExportTrust(), read: read)
    while try verifier.advance() {
      guard verifier.takeChecks().allSatisfy(\.isGood) else { return nil }
    }
    _ = try verifier.finish()
    guard verifier.takeChecks().allSatisfy(\.isGood) else { return nil }
    return verifier.roster?.logKeys.map(\.key)
  }

  /// Whether one of the keys signed the checkpoint.
  ///
  /// - Throws: `signature` where a line of one of them is not good.
  func isSigned(by keys: [NoteKey]) throws(LogCopyFault) -> Bool {
    let verdicts = keys.filter { $0.name == head.origin }.map { note.verdict(of: $0) }
    guard !verdicts.contains(.invalid) else { throw .signature }
    return verdicts.contains(.valid)
  }

  // MARK: The tree

  /// How an older copy stands to this one, by the tiles, else by a proof that lies among them or beside
  /// either of the two.
  func relation(of old: LogCopy) -> (relation: LogRelation, proof: [Digest]) {
    var tiles: [Tile: [Digest]] = [:]
    let found = LogRelation.of(old.head, to: head) { level, index in
      hash(level: level, index: index, &tiles)
    }
    guard found.relation == .unknown else { return found }
    let name = "\(old.head.size)-\(head.size)"
    let among = folder.map { ["\($0)/consistency/\(name)"] } ?? []
    for place in among + [beside, old.beside].map({ "\($0)/consistency-\(name)" }) {
      guard let bytes = try? PlainFile.read(place, limit: Self.limit),
        let proof = try? ConsistencyFile.hashes(in: bytes)
      else { continue }
      let relation = LogRelation.of(old.head, to: head, proof: proof)
      if relation != .unknown { return (relation, proof) }
    }
    return found
  }

  private func hash(level: Int, index: Int, _ tiles: inout [Tile: [Digest]]) -> Digest? {
    let place = Tiles.place(level: level, index: index)
    let count = head.size >> (8 * place.level)
    let width = min(Tile.fullWidth, count - place.index * Tile.fullWidth)
    guard width >= place.hashes.upperBound else { return nil }
    let tile = Tile(level: place.level, index: place.index, width: width)
    if tiles[tile] == nil {
      tiles[tile] = read(tile.path).flatMap { try? Tiles.hashes(in: $0, width: width) }
    }
    return tiles[tile].map { Tree.root(of: $0[place.hashes]) }
  }
}
