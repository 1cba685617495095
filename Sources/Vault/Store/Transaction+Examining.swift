import FoundationEssentials
import GRDB
import Sealing

/// Questions that only the examination of a whole vault asks.
extension Transaction {
  /// A leaf as it lies in the file, with the hash that stands beside it.
  struct StoredLeaf {
    var index: Int
    var bytes: [UInt8]
    var hash: Digest?
  }

  func eachStoredLeaf(
    from first: Int, below end: Int, _ body: (StoredLeaf) throws(VaultError) -> Void
  ) throws(VaultError) {
    try each(
      "SELECT idx,leaf,hash FROM audit_leaf WHERE idx>=? AND idx<? ORDER BY idx", [first, end]
    ) { row throws(VaultError) in
      try body(
        StoredLeaf(index: row.int(0), bytes: row.bytes(1), hash: Digest(row.bytes(2))))
    }
  }

  /// The places of all stored tiles.
  func tilePlaces() throws(VaultError) -> [(level: Int, number: Int)] {
    var found: [(level: Int, number: Int)] = []
    try each("SELECT level,n FROM audit_tile ORDER BY level,n") { row throws(VaultError) in
      found.append((try row.int(0), try row.int(1)))
    }
    return found
  }

  /// The next cases by number.
  func fileKeys(after key: Int, limit: Int) throws(VaultError) -> [Int] {
    var found: [Int] = []
    for row in try rows("SELECT key FROM file WHERE key>? ORDER BY key LIMIT ?", [key, limit]) {
      found.append(try row.int(0))
    }
    return found
  }

  func countGrantLists(of file: Int) throws(VaultError) -> Int {
    try row("SELECT count(*) FROM grant_list WHERE file=?", [file])?.int(0) ?? 0
  }

  struct OfficePackRow {
    var keyClass: UInt16
    var version: UInt32
    var principal: Int
    var outer: [UInt8]
  }

  func officePacks() throws(VaultError) -> [OfficePackRow] {
    var found: [OfficePackRow] = []
    for row in try rows(
      "SELECT class,version,principal,outer FROM office_pack ORDER BY class,version,principal")
    {
      found.append(
        OfficePackRow(
          keyClass: try row.integer(0), version: try row.integer(1), principal: try row.int(2),
          outer: try row.bytes(3)))
    }
    return found
  }

  /// How many batches are sealed to each principal who holds any key.
  func countBatches() throws(VaultError) -> [(principal: Int, count: Int)] {
    try rows(
      """
      SELECT principal,count(*) FROM batch WHERE principal IN \
      (SELECT principal FROM pack UNION SELECT principal FROM office_pack) GROUP BY principal
      """
    ).map { row throws(VaultError) in (try row.int(0), try row.int(1)) }
  }

  func countMembers() throws(VaultError) -> Int {
    try row("SELECT count(*) FROM member")?.int(0) ?? 0
  }

  func rootKey() throws(VaultError) -> VerifyingKey? {
    try row("SELECT root FROM vault WHERE one=1").flatMap { row throws(VaultError) in
      VerifyingKey(try row.bytes(0))
    }
  }
}
