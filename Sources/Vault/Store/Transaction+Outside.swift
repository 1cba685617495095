import FoundationEssentials
import GRDB

/// What others outside say of heads of this log. A row is worth what it says: each is held against the entry
/// at its `seq`, against the tree, and against the signature in it, whenever it is used.
extension Transaction {
  struct CosignatureRow: Equatable {
    var seq: Int
    var size: Int
    /// The signature line, with its line end.
    var line: String
  }

  struct AnchorRow: Equatable {
    var seq: Int
    var size: Int
    var kind: String
    /// The bytes that were stamped.
    var note: [UInt8]
    var query: [UInt8]
    /// Certificates, PEM.
    var authority: [UInt8]
    var token: [UInt8]
  }

  /// A head that was carried out.
  struct AskedRow: Equatable {
    var kind: String
    var size: Int
    var note: [UInt8]
    /// Empty for a witness.
    var query: [UInt8]
  }

  // MARK: Witnesses

  func insert(_ row: CosignatureRow) throws(VaultError) {
    try run(
      "INSERT INTO audit_cosig(seq,size,line) VALUES(?,?,?)", [row.seq, row.size, row.line])
  }

  func cosignatures() throws(VaultError) -> [CosignatureRow] {
    var found: [CosignatureRow] = []
    for row in try rows("SELECT seq,size,CAST(line AS BLOB) FROM audit_cosig ORDER BY seq") {
      found.append(
        CosignatureRow(seq: try row.int(0), size: try row.int(1), line: try row.wholeText(2)))
    }
    return found
  }

  // MARK: Authorities

  func insert(_ row: AnchorRow) throws(VaultError) {
    try run(
      """
      INSERT INTO audit_anchor(seq,size,kind,note,query,authority,token) VALUES(?,?,?,?,?,?,?)
      """,
      [
        row.seq, row.size, row.kind, Data(row.note), Data(row.query), Data(row.authority),
        Data(row.token),
      ])
  }

  /// Each in turn: a row has some kilobytes, and there may be one a day.
  func eachAnchor(_ body: (AnchorRow) throws(VaultError) -> Void) throws(VaultError) {
    try each(
      "SELECT \(Self.anchorColumns) FROM audit_anchor ORDER BY seq"
    ) { row throws(VaultError) in
      try body(AnchorRow(row))
    }
  }

  private static let anchorColumns = "seq,size,CAST(kind AS BLOB),note,query,authority,token"

  /// Where an anchor stands, without what it holds.
  struct AnchorPlace: Equatable {
    var seq: Int
    var size: Int
  }

  func anchorPlaces() throws(VaultError) -> [AnchorPlace] {
    var found: [AnchorPlace] = []
    for row in try rows("SELECT seq,size FROM audit_anchor ORDER BY seq") {
      found.append(AnchorPlace(seq: try row.int(0), size: try row.int(1)))
    }
    return found
  }

  /// The one that an entry states; nil where there is none.
  func anchor(at seq: Int) throws(VaultError) -> AnchorRow? {
    let row = try row(
      "SELECT \(Self.anchorColumns) FROM audit_anchor WHERE seq=?", [seq])
    return try row.map { row throws(VaultError) in try AnchorRow(row) }
  }

  // MARK: Heads that were carried out

  /// Keeps one; of each kind the newest few are enough.
  func keep(_ row: AskedRow) throws(VaultError) {
    try run(
      """
      INSERT INTO audit_asked(kind,size,note,query) VALUES(?,?,?,?) \
      ON CONFLICT(kind,size) DO UPDATE SET note=excluded.note,query=excluded.query
      """, [row.kind, row.size, Data(row.note), Data(row.query)])
    try run(
      """
      DELETE FROM audit_asked WHERE kind=? AND size NOT IN \
      (SELECT size FROM audit_asked WHERE kind=? ORDER BY size DESC LIMIT 64)
      """, [row.kind, row.kind])
  }

  /// The newest first.
  func asked(_ kind: String) throws(VaultError) -> [AskedRow] {
    var found: [AskedRow] = []
    for row in try rows(
      "SELECT CAST(kind AS BLOB),size,note,query FROM audit_asked WHERE kind=? ORDER BY size DESC",
      [kind])
    {
      found.append(
        AskedRow(
          kind: try row.wholeText(0), size: try row.int(1), note: try row.bytes(2),
          query: try row.bytes(3)))
    }
    return found
  }

  /// Sizes of those that are of none of these kinds, byte for byte.
  func strangeAsked(_ kinds: Set<String>) throws(VaultError) -> [Int] {
    var found: [Int] = []
    for row in try rows("SELECT CAST(kind AS BLOB),size FROM audit_asked ORDER BY size") {
      if kinds.contains(try row.wholeText(0)) == false { found.append(try row.int(1)) }
    }
    return found
  }

  // MARK: From format 1

  /// Format 1 had two of these tables in another form and never wrote to them. What stands there was put
  /// there by other hands.
  func replaceUnusedOutside() throws(VaultError) {
    for table in ["audit_cosig", "audit_anchor"] {
      guard try row("SELECT 1 FROM \(table) LIMIT 1") == nil else { throw .schemaAltered }
      try run("DROP TABLE \(table)", [])
    }
    for statement in Schema.outside { try run(statement, []) }
  }
}

extension Transaction.AnchorRow {
  /// In the order of the columns.
  fileprivate init(_ row: Row) throws(VaultError) {
    self.init(
      seq: try row.int(0), size: try row.int(1), kind: try row.wholeText(2), note: try row.bytes(3),
      query: try row.bytes(4), authority: try row.bytes(5), token: try row.bytes(6))
  }
}
