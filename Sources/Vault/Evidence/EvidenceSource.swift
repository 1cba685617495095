public import Sealing

/// What is to be taken into a case.
public enum EvidenceSource: Sendable {
  /// A file, read piece by piece: as somebody looked at it before, or as it is.
  case file(String, seen: FileMark? = nil)
  /// What is there in memory.
  case bytes([UInt8])
  /// A picture without what it said beside what it shows.
  case stripped([UInt8])

  /// What the entry says of it: that it is not what was brought.
  var kind: String? {
    if case .stripped = self { return Evidence.strippedKind }
    return nil
  }

  /// The same, and nothing else that comes under its name later: what somebody looks at and decides about is what is
  /// taken in.
  public func asItIs() throws(VaultError) -> EvidenceSource {
    guard case .file(let path, let seen) = self else { return self }
    guard let mark = try Self.opened(path, seen).mark else { throw .evidence(.unreadable) }
    return .file(path, seen: mark)
  }

  /// How many bytes it has, if it can be taken in at all.
  ///
  /// - Throws: `.evidence`.
  public func checkedCount() throws(VaultError) -> Int {
    let count: Int
    switch self {
    case .file(let path, let seen): count = try Self.opened(path, seen).count
    case .bytes(let bytes), .stripped(let bytes): count = bytes.count
    }
    guard count <= Evidence.longest else { throw .evidence(.tooLarge) }
    return count
  }

  /// Its first bytes.
  public func beginning(_ count: Int) throws(VaultError) -> [UInt8] { try reader().next(count) }

  /// Hands over the content in full pieces and the last one, which may be empty only where all is.
  ///
  /// - Throws: `.evidence`; with `changed` before the last piece is handed over.
  func eachPiece(
    _ size: Int, _ body: (_ piece: [UInt8], _ isLast: Bool) throws(VaultError) -> Void
  ) throws(VaultError) {
    let (next, isUnchanged) = try reader()
    var piece = try next(size)
    while piece.count == size {
      let following = try next(size)
      guard !following.isEmpty else { break }
      try body(piece, false)
      piece = following
    }
    guard isUnchanged() else { throw .evidence(.changed) }
    try body(piece, true)
  }

  /// The same, some pieces at a time: at least one.
  func eachBatch(
    of most: Int, _ size: Int,
    _ body: (_ pieces: [[UInt8]], _ isLast: Bool) throws(VaultError) -> Void
  ) throws(VaultError) {
    var batch: [[UInt8]] = []
    try eachPiece(size) { piece, isLast throws(VaultError) in
      batch.append(piece)
      guard isLast || batch.count == most else { return }
      let pieces = batch
      batch = []
      try body(pieces, isLast)
    }
  }

  /// What gives the next bytes, fewer than asked for at the end only, and whether they are all of one file.
  private func reader() throws(VaultError) -> (
    next: (Int) throws(VaultError) -> [UInt8], isUnchanged: () -> Bool
  ) {
    switch self {
    case .file(let path, let seen):
      let reader = try Self.opened(path, seen)
      let next = { (count: Int) throws(VaultError) -> [UInt8] in
        try Self.reading { () throws(PlainFile.Failure) in try reader.read(count) }
      }
      return (next, { reader.isUnchanged })
    case .bytes(let bytes), .stripped(let bytes):
      var rest = bytes[...]
      let next = { (count: Int) throws(VaultError) -> [UInt8] in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      return (next, { true })
    }
  }

  /// - Throws: `changed` where it is not what was looked at.
  private static func opened(
    _ path: String, _ seen: FileMark?
  ) throws(VaultError) -> PieceReader {
    let reader = try reading { () throws(PlainFile.Failure) in try PieceReader(path) }
    guard seen.map({ $0 == reader.mark }) ?? true else { throw .evidence(.changed) }
    return reader
  }

  private static func reading<Result>(
    _ body: () throws(PlainFile.Failure) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch {
      switch error {
      case .missing: throw .evidence(.missing)
      case .strange: throw .evidence(.strange)
      case .tooLarge: throw .evidence(.tooLarge)
      case .system: throw .evidence(.unreadable)
      }
    }
  }
}
