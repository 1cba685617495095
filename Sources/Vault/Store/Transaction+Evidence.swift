import FoundationEssentials
import GRDB
import Sealing

/// The content of files that are kept in cases, in rows of one length: SQLite refuses a value of 1 GiB.
extension Transaction {
  struct EvidenceRow {
    var key: Int
    /// The record that says what it is.
    var record: RecordID
    /// What stands before the rows: the header, the salt, the commitment.
    var front: [UInt8]
    /// How many rows there are.
    var parts: Int
    /// The entry that took it in.
    var seq: Int
  }

  func nextEvidenceKey() throws(VaultError) -> Int {
    (try row("SELECT max(key) FROM evidence")?.optionalInt(0) ?? 0) + 1
  }

  func insert(_ evidence: EvidenceRow, of file: Int) throws(VaultError) {
    try run(
      "INSERT INTO evidence(key,file,record,front,parts,seq) VALUES(?,?,?,?,?,?)",
      [
        evidence.key, file, Data(evidence.record.identifier.bytes), Data(evidence.front),
        evidence.parts, evidence.seq,
      ])
  }

  func insertEvidencePart(
    _ sealed: [UInt8], of key: Int, number: Int
  ) throws(VaultError) {
    try run(
      "INSERT INTO evidence_part(evidence,number,sealed) VALUES(?,?,?)",
      [key, number, Data(sealed)])
  }

  func evidence(of file: Int) throws(VaultError) -> [EvidenceRow] {
    var found: [EvidenceRow] = []
    for row in try rows(
      "SELECT key,record,front,parts,seq FROM evidence WHERE file=? ORDER BY key", [file])
    {
      guard let record = Identifier(try row.bytes(1)) else { throw .damagedRow }
      found.append(
        EvidenceRow(
          key: try row.int(0), record: RecordID(record), front: try row.bytes(2),
          parts: try row.int(3), seq: try row.int(4)))
    }
    return found
  }

  /// Some rows of a content, in order; fewer than asked for where some are not there.
  func evidenceParts(of key: Int, from first: Int, count: Int) throws(VaultError) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for row in try rows(
      """
      SELECT sealed FROM evidence_part WHERE evidence=? AND number>=? AND number<? ORDER BY number
      """, [key, first, first + count])
    {
      found.append(try row.bytes(0))
    }
    return found
  }

  /// SHA-256 of the front and of all rows that are stored, and how many they are.
  func evidenceSum(_ evidence: EvidenceRow) throws(VaultError) -> (sum: Digest, parts: Int) {
    var context = DigestContext()
    var count = 0
    context.update(evidence.front)
    try each(
      "SELECT number,sealed FROM evidence_part WHERE evidence=? ORDER BY number", [evidence.key]
    ) { row throws(VaultError) in
      // A row of another number would be found by whoever reads, and by nobody who only hashes.
      guard try row.int(0) == count else { throw .damagedRow }
      context.update(try row.bytes(1))
      count += 1
    }
    return (context.finish(), count)
  }

  /// Hands over the beginning of everything that is stored of a content: random bytes that stand nowhere else.
  func eachEvidenceTrace(
    of file: Int, record: RecordID? = nil, _ body: ([UInt8]) -> Void
  ) throws(VaultError) {
    for evidence in try evidence(of: file) where record == nil || evidence.record == record {
      body(Self.trace(of: evidence.front))
      try each(
        "SELECT substr(sealed,1,?) FROM evidence_part WHERE evidence=?",
        [Self.evidenceTrace, evidence.key]
      ) { row throws(VaultError) in body(try row.bytes(0)) }
    }
  }

  private static let evidenceTrace = 64

  /// Takes away the contents of a case, or of one of its records. `secure_delete` overwrites them.
  func deleteEvidence(of file: Int, record: RecordID? = nil) throws(VaultError) {
    for evidence in try evidence(of: file) where record == nil || evidence.record == record {
      try run("DELETE FROM evidence_part WHERE evidence=?", [evidence.key])
      try run("DELETE FROM evidence WHERE key=?", [evidence.key])
    }
  }

  /// How many files are kept in a case.
  func evidenceCount(_ file: Int) throws(VaultError) -> Int {
    try row("SELECT count(*) FROM evidence WHERE file=?", [file])?.int(0) ?? 0
  }

  /// Format 4 had no such tables.
  func addEvidence() throws(VaultError) {
    for statement in Schema.evidence { try run(statement, []) }
  }
}
