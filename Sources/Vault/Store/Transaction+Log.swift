import GRDB
import AuditLog
import FoundationEssentials
import Sealing

/// The tables of the log. They store what AuditLog computes; no hash read from them is believed
/// before it has been held against a signature.
extension Transaction {
  struct Head: Equatable {
    var size: Int
    var frontier: [UInt8]
    /// The checkpoint with its signatures.
    var note: [UInt8]
  }

  func head() throws(VaultError) -> Head? {
    guard let row = try row("SELECT size,frontier,note FROM audit_head WHERE one=1")
    else { return nil }
    return Head(size: try row.int(0), frontier: try row.bytes(1), note: try row.bytes(2))
  }

  func set(_ head: Head) throws(VaultError) {
    try run(
      """
      INSERT INTO audit_head(one,size,frontier,note) VALUES(1,?,?,?) \
      ON CONFLICT(one) DO UPDATE SET size=excluded.size,frontier=excluded.frontier,\
      note=excluded.note
      """, [head.size, Data(head.frontier), Data(head.note)])
  }

  /// Stores a leaf and returns what the file gives back: what is hashed and signed afterwards are
  /// the very bytes that lie there. (A flipped bit between a log's memory and its file ended the
  /// Yeti 2022 log.)
  func insertLeaf(_ bytes: [UInt8], hash: Digest, at index: Int) throws(VaultError) -> [UInt8] {
    try run(
      "INSERT INTO audit_leaf(idx,leaf,hash) VALUES(?,?,?)",
      [index, Data(bytes), Data(hash.bytes)])
    return try leaf(at: index) ?? []
  }

  func leaf(at index: Int) throws(VaultError) -> [UInt8]? {
    try row("SELECT leaf FROM audit_leaf WHERE idx=?", [index])?.bytes(0)
  }

  /// The leaves of a range in order, with the index each stands at.
  func eachLeaf(
    from first: Int, below end: Int, _ body: (Int, [UInt8]) throws(VaultError) -> Void
  ) throws(VaultError) {
    try each(
      "SELECT idx,leaf FROM audit_leaf WHERE idx>=? AND idx<? ORDER BY idx", [first, end]
    ) { row throws(VaultError) in
      try body(row.int(0), row.bytes(1))
    }
  }

  /// Nothing stands before the first entry.
  func smallestLeafIndex() throws(VaultError) -> Int? {
    try row("SELECT min(idx) FROM audit_leaf")?.optionalInt(0)
  }

  /// Never `count(*)`: a gap must show.
  func largestLeafIndex() throws(VaultError) -> Int? {
    try row("SELECT max(idx) FROM audit_leaf")?.optionalInt(0)
  }

  /// The stored hashes of a range of leaves, without a gap.
  func leafHashes(from first: Int, below end: Int) throws(VaultError) -> [Digest] {
    var found: [Digest] = []
    found.reserveCapacity(end - first)
    try each(
      "SELECT idx,hash FROM audit_leaf WHERE idx>=? AND idx<? ORDER BY idx", [first, end]
    ) { row throws(VaultError) in
      guard try row.int(0) == first + found.count, let hash = Digest(try row.bytes(1))
      else { throw .logBroken(at: first + found.count) }
      found.append(hash)
    }
    guard found.count == end - first else { throw .logBroken(at: first + found.count) }
    return found
  }

  func insertTile(level: Int, number: Int, hashes: [UInt8]) throws(VaultError) {
    try run(
      "INSERT INTO audit_tile(level,n,hashes) VALUES(?,?,?)", [level, number, Data(hashes)])
  }

  /// Appends a hash to a tile that is not full.
  ///
  /// - Returns: whether there is such a tile, of so many hashes.
  func extendTile(
    level: Int, number: Int, width: Int, by hash: [UInt8]
  ) throws(VaultError) -> Bool {
    try run(
      "UPDATE audit_tile SET hashes=CAST(hashes||? AS BLOB) WHERE level=? AND n=? AND length(hashes)=?",
      [Data(hash), level, number, width * 32])
    return try row("SELECT changes()", [])?.int(0) == 1
  }

  func replaceTile(level: Int, number: Int, hashes: [UInt8]) throws(VaultError) {
    try run("DELETE FROM audit_tile WHERE level=? AND n=?", [level, number])
    try insertTile(level: level, number: number, hashes: hashes)
  }

  func tile(level: Int, number: Int) throws(VaultError) -> [UInt8]? {
    try row("SELECT hashes FROM audit_tile WHERE level=? AND n=?", [level, number])?.bytes(0)
  }

  // MARK: The inbox: what happened before anyone held a key.

  func addToInbox(_ what: [UInt8], at time: Int) throws(VaultError) {
    try run("INSERT INTO audit_inbox(t,what) VALUES(?,?)", [time, Data(what)])
  }

  struct InboxRow {
    var id: Int
    /// UTC milliseconds.
    var time: Int
    /// `who` of the handle.
    var what: [UInt8]
    /// Whether an entry says so already: it only counts towards the wait now.
    var isFolded: Bool
  }

  /// What a folded row has behind the hash, which is 32 bytes.
  private static let folded: UInt8 = 1

  func inbox() throws(VaultError) -> [InboxRow] {
    var found: [InboxRow] = []
    for row in try rows("SELECT id,t,what FROM audit_inbox ORDER BY id") {
      let what = try row.bytes(2)
      let isFolded = what.count == 33 && what.last == Self.folded
      found.append(
        InboxRow(
          id: try row.int(0), time: try row.int(1), what: isFolded ? what.dropLast() : what,
          isFolded: isFolded))
    }
    return found
  }

  func markFolded(_ row: InboxRow) throws(VaultError) {
    try run(
      "UPDATE audit_inbox SET what=? WHERE id=?", [Data(row.what + [Self.folded]), row.id])
  }

  func deleteFromInbox(_ id: Int) throws(VaultError) {
    try run("DELETE FROM audit_inbox WHERE id=?", [id])
  }
}
