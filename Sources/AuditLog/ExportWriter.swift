public import Sealing

/// Makes the files of an export, one after the other, in memory that does not grow with the log.
///
/// It computes and stores nothing: leaves and hashes are asked for, files are handed out. The order of
/// calls: ``writeKeys()``, ``writeLog()`` (whose answer must equal the head), what is to lie beside the
/// log, then ``finish(signer:)``. A folder that was left half done is gone over again: what is there and
/// right is not written twice. The caller takes `manifest` away first and puts it there last, so its
/// presence says that the export is whole.
public struct ExportWriter<Failure: Error>: ~Copyable {
  /// How many leaves are asked for at once: so many as one short read of the log may take.
  public static var chunk: Int { 4096 }

  /// What is exported.
  public let scope: ExportScope
  /// How many files were handed out.
  public internal(set) var written = 0
  /// How many were there already, byte for byte.
  public internal(set) var kept = 0

  let head: SignedNote
  let roster: Roster
  let leaves: (Range<Int>) throws(Failure) -> [[UInt8]]
  let hash: (Int, Int) throws(Failure) -> Digest
  let read: (String) throws(Failure) -> [UInt8]?
  let write: (String, [UInt8]) throws(Failure) -> Void
  /// Hashes of the files that the manifest must list.
  var listed: [String: Digest] = [:]
  /// The leaves of the directory, which the tree binds.
  var shown: Set<Int> = []
  /// Sizes of heads whose consistency with this one is to be shown.
  var kin: Set<Int> = []
  var witnesses: [UInt32: NoteKey] = [:]
  /// What entries say that witnesses and authorities gave: the size that it is of, by the entry. So known
  /// once the log is written; who makes the export may have less.
  public private(set) var receipts: [Int: Int] = [:]

  /// An export of a log.
  ///
  /// - Parameters:
  ///   - head: the signed note of the head, with the cosignatures of its size.
  ///   - scope: what is exported; its size is the head's.
  ///   - roster: the directory at that size.
  ///   - leaves: the leaves of a range, all of them, at most ``chunk`` at once.
  ///   - hash: the hash of the complete subtree of 2^level leaves, by level and index (see ``Tree``).
  ///   - read: the file at a path, where it is there from an earlier run.
  ///   - write: puts a file at a path.
  public init(
    head: SignedNote, scope: ExportScope, roster: Roster,
    leaves: @escaping (Range<Int>) throws(Failure) -> [[UInt8]],
    hash: @escaping (Int, Int) throws(Failure) -> Digest,
    read: @escaping (String) throws(Failure) -> [UInt8]?,
    write: @escaping (String, [UInt8]) throws(Failure) -> Void
  ) {
    precondition(roster.size == scope.size, "the directory of another size")
    (self.head, self.scope, self.roster) = (head, scope, roster)
    (self.leaves, self.hash, self.read, self.write) = (leaves, hash, read, write)
  }

  /// The name of the log that a folder holds an export of, finished or not; nil where it holds none.
  public static func origin(
    read: (String) throws(Failure) -> [UInt8]?
  ) throws(Failure) -> String? {
    guard let bytes = try read(ExportPath.logKey(0).text), bytes.last == 0x0a else { return nil }
    return try? NoteKey(parsing: String(decoding: bytes.dropLast(), as: UTF8.self)).name
  }

  /// The keys of the log and of everybody whom the directory knows. They come first: by them a folder
  /// says whose export it is, however early its making was cut off.
  public mutating func writeKeys() throws(Failure) {
    for (number, key) in roster.logKeys.enumerated() { try put(key.key, at: .logKey(number)) }
    for (actor, key) in roster.keys { try put(key, at: .actorKey(actor)) }
  }

  /// Entries, tiles and directory, from the leaves.
  ///
  /// - Returns: size and root of what was written. Anything else than the head says that the log, or
  ///   what is stored beside it, is broken: then the export must not be finished.
  public mutating func writeLog() throws(Failure) -> Checkpoint {
    // The part before the export is read for the directory, and for witnesses' keys.
    for start in stride(from: 0, to: scope.first, by: Self.chunk) {
      try show(leaves(start..<min(start + Self.chunk, scope.first)), from: start)
    }
    var rows = try TileRows(size: scope.first) { (level, index, width) throws(Failure) in
      var hashes: [Digest] = []
      for place in 0..<width {
        hashes.append(try hash(8 * level, index * Tile.fullWidth + place))
      }
      return hashes
    }
    var frontier = Frontier(size: scope.first) { rows.hash(level: $0, index: $1) }
    for start in stride(from: scope.first, to: scope.size, by: Self.chunk) {
      let part = try leaves(start..<min(start + Self.chunk, scope.size))
      try writeBundles(part, from: start)
      try writeTiles(part, &rows, &frontier)
      try show(part, from: start)
    }
    for (tile, hashes) in rows.partial { try put(Tiles.encoded(hashes), at: .tile(tile)) }
    for (id, key) in witnesses.sorted(by: { $0.key < $1.key }) { try put(key, at: .witnessKey(id)) }
    return Checkpoint(origin: scope.origin, frontier)
  }

  private mutating func writeBundles(_ leaves: [[UInt8]], from start: Int) throws(Failure) {
    for place in stride(from: 0, to: leaves.count, by: Tile.fullWidth) {
      let part = leaves[place..<min(place + Tile.fullWidth, leaves.count)]
      var bundle: [UInt8] = []
      for leaf in part { Tiles.append(leaf, to: &bundle) }
      let tile = Tile(level: nil, index: (start + place) / Tile.fullWidth, width: part.count)
      try put(bundle, at: .tile(tile))
    }
  }

  private mutating func writeTiles(
    _ leaves: [[UInt8]], _ rows: inout TileRows, _ frontier: inout Frontier
  ) throws(Failure) {
    var hasher = TreeHasher()
    for leaf in leaves {
      let digest = hasher.leaf(leaf)
      frontier.append(digest, &hasher)
      try rows.append(digest) { (tile, hashes) throws(Failure) in
        try put(Tiles.encoded(hashes), at: .tile(tile))
      }
    }
  }

  /// Leaves of the directory, each with the proof that it is in the log: whoever holds only a part of
  /// the log can still see who may sign.
  private mutating func show(_ leaves: [[UInt8]], from start: Int) throws(Failure) {
    for (place, bytes) in leaves.enumerated() {
      guard let entry = try? Leaf(parsing: bytes, origin: scope.origin).entry else { continue }
      note(entry)
      guard entry.isShownOfDirectory else { continue }
      let index = start + place
      let hashes = try Tree.inclusionProof(index: index, size: scope.size, read: hash)
      try put(bytes, at: .leaf(index))
      try put(EntryProof(index: index, hashes: hashes, checkpoint: head).bytes, at: .proof(index))
    }
  }

  private mutating func note(_ entry: Entry) {
    guard entry.out == .ok else { return }
    if [Act.cosignReceipt, Act.anchorReceipt].contains(entry.act), let last = entry.ref {
      receipts[entry.seq] = last + 1
    }
    guard entry.act == Act.cosignReceipt,
      let key = entry.vkey.flatMap({ try? NoteKey(parsing: $0) }), key.algorithm == .cosignature
    else { return }
    if witnesses[key.id] == nil { witnesses[key.id] = key }
  }

  private mutating func put(_ key: NoteKey, at path: ExportPath) throws(Failure) {
    try put(Array("\(key.text)\n".utf8), at: path)
  }

  /// Hands a file out, unless it is there already.
  mutating func put(_ bytes: [UInt8], at path: ExportPath) throws(Failure) {
    let text = path.text
    switch path {
    case .leaf(let seq), .proof(let seq): shown.insert(seq)
    case .checkpoint, .manifest, .tile: break
    default: listed[text] = Digest.of(bytes)
    }
    if try read(text) == bytes {
      kept += 1
    } else {
      try write(text, bytes)
      written += 1
    }
  }
}
