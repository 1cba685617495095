import GRDB
import FoundationEssentials
import Sealing

/// Cases, records and sealed fields. "file" is the case's row: what the person's folder would be.
extension Transaction {
  struct File {
    var key: Int
    var id: CaseID
    var version: UInt64
    /// The manifest after the last change, and the one before it.
    var man: Digest
    var prev: Digest
    /// The entry that states `man`.
    var seq: Int
    /// Who wrote the operations row.
    var writer: Int
    /// How often the operations row was written; it is sealed to this number.
    var revision: UInt64
    /// Nothing where the case was destroyed: only its row is left, and `seq` is the entry that says so.
    var operations: [UInt8]

    var isGone: Bool { operations.isEmpty }

    /// How often the case was written without its operations row.
    var beside: UInt64 { version &- revision }
  }

  /// A case that is there.
  func file(_ id: CaseID) throws(VaultError) -> File? {
    try storedFile(id).flatMap { $0.isGone ? nil : $0 }
  }

  func file(key: Int) throws(VaultError) -> File? {
    try storedFile(key: key).flatMap { $0.isGone ? nil : $0 }
  }

  /// The row of a case, also of one that was destroyed.
  func storedFile(_ id: CaseID) throws(VaultError) -> File? {
    try row(
      "SELECT key,id,version,man,prev,seq,writer,revision,operations FROM file WHERE id=?",
      [Data(id.identifier.bytes)]
    ).map { row throws(VaultError) in try file(row) }
  }

  func storedFile(key: Int) throws(VaultError) -> File? {
    try row(
      "SELECT key,id,version,man,prev,seq,writer,revision,operations FROM file WHERE key=?", [key]
    ).map { row throws(VaultError) in try file(row) }
  }

  private func file(_ row: borrowing Row) throws(VaultError) -> File {
    guard let id = Identifier(try row.bytes(1)), let man = Digest(try row.bytes(3)),
      let prev = Digest(try row.bytes(4))
    else { throw .damagedRow }
    return File(
      key: try row.int(0), id: CaseID(id), version: try row.integer(2), man: man, prev: prev,
      seq: try row.int(5), writer: try row.int(6), revision: try row.integer(7),
      operations: try row.bytes(8))
  }

  func insert(_ file: File) throws(VaultError) {
    try run(
      """
      INSERT INTO file(key,id,version,man,prev,seq,writer,revision,operations) \
      VALUES(?,?,?,?,?,?,?,?,?)
      """,
      [
        file.key, Data(file.id.identifier.bytes), Int(file.version), Data(file.man.bytes),
        Data(file.prev.bytes), file.seq, file.writer, Int(file.revision),
        Data(file.operations),
      ])
  }

  func update(_ file: File) throws(VaultError) {
    try run(
      "UPDATE file SET version=?,man=?,prev=?,seq=?,writer=?,revision=?,operations=? WHERE key=?",
      [
        Int(file.version), Data(file.man.bytes), Data(file.prev.bytes), file.seq, file.writer,
        Int(file.revision), Data(file.operations), file.key,
      ])
  }

  /// The key that the next case gets. Taken under the write lock, and never that of a case whose
  /// custody keys may still exist: SQLite's AUTOINCREMENT would need a table that triggers can move.
  ///
  /// - Parameter kept: the largest of which custody has a key: where older records were put beside it, that of a case
  ///   which they do not know, and which the newer ones need.
  /// - Throws: `schemaAltered` where somebody put a row there whose number no count of cases leads to.
  func nextFileKey(beyond kept: Int) throws(VaultError) -> Int {
    let last = max(try largestFileKey(), kept)
    guard last < 1 << 40 else { throw .schemaAltered }
    return last + 1
  }

  func fileCount() throws(VaultError) -> Int {
    try row("SELECT count(*) FROM file")?.int(0) ?? 0
  }

  /// The row that the newest case has; 0 where there is none.
  func largestFileKey() throws(VaultError) -> Int {
    try row("SELECT max(key) FROM file")?.optionalInt(0) ?? 0
  }

  /// What a list needs of a case.
  struct OperationsOfFile {
    var key: Int
    var id: CaseID
    var writer: Int
    var revision: UInt64
    /// How often the case was written without its operations row.
    var beside: UInt64
    /// Where the sealed row lies among the bytes of all.
    var sealed: Range<Int>
  }

  /// The operations rows of a run of cases, ascending by case.
  ///
  /// - Parameter bytes: where the sealed rows go, one behind the other.
  func operationsRows(
    of keys: Range<Int>, to bytes: inout [UInt8]
  ) throws(VaultError) -> [OperationsOfFile] {
    var found: [OperationsOfFile] = []
    found.reserveCapacity(keys.count)
    try each(
      """
      SELECT key,id,writer,revision,operations,version FROM file \
      WHERE key>=? AND key<? AND length(operations)>0 ORDER BY key
      """,
      [keys.lowerBound, keys.upperBound]
    ) { row throws(VaultError) in
      let id = try row.withBytes(1) { Identifier($0.span) }
      guard let id else { throw .damagedRow }
      let start = bytes.count
      try row.withBytes(4) { bytes.append(contentsOf: $0) }
      let revision = UInt64(clamping: try row.readInt(3))
      found.append(
        OperationsOfFile(
          key: try row.readInt(0), id: CaseID(id), writer: try row.readInt(2),
          revision: revision, beside: UInt64(clamping: try row.readInt(5)) &- revision,
          sealed: start..<bytes.count))
    }
    return found
  }

  func eachFileKey(_ body: (Int) throws(VaultError) -> Void) throws(VaultError) {
    try each("SELECT key FROM file WHERE length(operations)>0 ORDER BY key") {
      row throws(VaultError) in
      try body(row.int(0))
    }
  }

  // MARK: Records

  struct RecordRow {
    var key: Int
    var id: RecordID
    var entity: UInt16
    var version: UInt64
    var writer: Int
    var hash: Digest
  }

  /// The records of a case, ascending by id, as the manifest takes them.
  func records(of file: Int) throws(VaultError) -> [RecordRow] {
    var found: [RecordRow] = []
    for row in try rows(
      "SELECT key,id,entity,version,writer,hash FROM record WHERE file=?", [file])
    {
      guard let id = Identifier(try row.bytes(1)), let hash = Digest(try row.bytes(5))
      else { throw .damagedRow }
      found.append(
        RecordRow(
          key: try row.int(0), id: RecordID(id), entity: try row.integer(2),
          version: try row.integer(3), writer: try row.int(4), hash: hash))
    }
    return found.sorted { $0.id < $1.id }
  }

  /// The row that the next record gets; taken under the write lock.
  func nextRecordKey() throws(VaultError) -> Int {
    (try row("SELECT max(key) FROM record")?.optionalInt(0) ?? 0) + 1
  }

  func insertRecord(_ record: RecordRow, file: Int) throws(VaultError) -> Int {
    try run(
      "INSERT INTO record(file,id,entity,version,writer,hash) VALUES(?,?,?,?,?,?)",
      [
        file, Data(record.id.identifier.bytes), Int(record.entity), Int(record.version),
        record.writer, Data(record.hash.bytes),
      ])
    return Int(db.lastInsertedRowID)
  }

  func updateRecord(_ record: RecordRow) throws(VaultError) {
    try run(
      "UPDATE record SET entity=?,version=?,writer=?,hash=? WHERE key=?",
      [
        Int(record.entity), Int(record.version), record.writer, Data(record.hash.bytes), record.key,
      ])
  }
}
