import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Whoever can write the records file takes away, moves, exchanges or puts back what is stored of a file: the
/// content is not given out, an entry says so, and `log verify` finds it without a key.
@Suite struct TamperEvidenceTests {
  private let desk: Desk
  private let record: RecordID

  /// Two files of one case, of the same length.
  init() throws {
    desk = try Desk()
    record = try desk.attach(.pattern(300_000))
    _ = try desk.attach(Array([UInt8].pattern(300_000).reversed()))
  }

  private static let attacks: [String] = [
    // Cut off.
    "DELETE FROM evidence_part WHERE evidence=1 AND number=4",
    "DELETE FROM evidence_part WHERE evidence=1 AND number>0",
    "DELETE FROM evidence_part WHERE evidence=1",
    "DELETE FROM evidence_part WHERE evidence=1 AND number=4; "
      + "UPDATE evidence SET parts=4 WHERE key=1",
    "UPDATE evidence SET parts=0 WHERE key=1",
    // More than can be counted, or waited for.
    "UPDATE evidence SET parts=4611686018427387904 WHERE key=1",
    "UPDATE evidence SET parts=-9223372036854775808 WHERE key=1",
    // One left out, and the rest moved up.
    "DELETE FROM evidence_part WHERE evidence=1 AND number=1; "
      + "UPDATE evidence_part SET number=number-1 WHERE evidence=1 AND number>1; "
      + "UPDATE evidence SET parts=4 WHERE key=1",
    // Out of order.
    "UPDATE evidence_part SET number=99 WHERE evidence=1 AND number=1; "
      + "UPDATE evidence_part SET number=1 WHERE evidence=1 AND number=2; "
      + "UPDATE evidence_part SET number=2 WHERE evidence=1 AND number=99",
    // One twice.
    "UPDATE evidence_part SET sealed=(SELECT sealed FROM evidence_part WHERE evidence=1 AND number=0) "
      + "WHERE evidence=1 AND number=1",
    // From the other file, one row and all of it.
    "UPDATE evidence_part SET sealed=(SELECT sealed FROM evidence_part WHERE evidence=2 AND number=1) "
      + "WHERE evidence=1 AND number=1",
    "UPDATE evidence_part SET evidence=evidence+10; "
      + "UPDATE evidence_part SET evidence=1 WHERE evidence=12; "
      + "UPDATE evidence_part SET evidence=2 WHERE evidence=11",
    "UPDATE evidence_part SET evidence=evidence+10; "
      + "UPDATE evidence_part SET evidence=1 WHERE evidence=12; "
      + "UPDATE evidence_part SET evidence=2 WHERE evidence=11; "
      + "UPDATE evidence SET front=(SELECT front FROM evidence WHERE key=2) WHERE key=1",
    "UPDATE evidence SET record=zeroblob(16) WHERE key=1; "
      + "UPDATE evidence SET record=(SELECT id FROM record WHERE entity=35 ORDER BY key LIMIT 1) "
      + "WHERE key=2",
    // Changed.
    "UPDATE evidence_part SET sealed=zeroblob(65553) WHERE evidence=1 AND number=2",
    "UPDATE evidence SET front=zeroblob(92) WHERE key=1",
    "DELETE FROM evidence WHERE key=1", "UPDATE evidence SET file=999 WHERE key=1",
  ]

  @Test(arguments: attacks) func itIsNoticed(_ sql: String) throws {
    try desk.tamper { db in try db.execute(sql: sql) }
    #expect(throws: VaultError.self) { try desk.content(of: record) }
    let last = try #require(try desk.entries().last)
    #expect(last.act == "evidence.save" && last.out == .failed && last.why == .tampered)
    #expect(try desk.verify().findings.map(\.code) == ["case.evidence"])
  }

  /// Nobody needs a key to say which entry took it in; who reads does not go by it.
  @Test func anotherEntryIsNoticed() throws {
    try desk.tamper(sql: "UPDATE evidence SET seq=seq-1 WHERE key=1")
    #expect(try desk.verify().findings.map(\.code) == ["case.evidence"])
  }

  /// The key of a content lies in the case's manifest like each of its fields.
  @Test func theKeysOfTwoFilesCannotBeExchanged() throws {
    let key = Int(Evidence.keyField.rawValue)
    try desk.tamper { db in
      let rows = try Int.fetchAll(db, sql: "SELECT key FROM record WHERE entity=35 ORDER BY key")
      let (one, other) = (try #require(rows.first), try #require(rows.last))
      for (from, to) in [(one, -1), (other, one), (-1, other)] {
        try db.execute(
          sql: "UPDATE field SET record=? WHERE record=? AND id=?", arguments: [to, from, key])
      }
    }
    #expect(throws: VaultError.self) { try desk.content(of: record) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  /// A file put back after its case was emptied of it: the state of before does not fit the log.
  @Test func anErasedFileDoesNotComeBack() throws {
    let before = try desk.inspect { db in
      try Row.fetchAll(db, sql: "SELECT key,file,record,front,parts,seq FROM evidence WHERE key=1")
    }
    try desk.erase(.fieldClass(.sensitive))
    let row = try #require(before.first)
    try desk.tamper { db in
      try db.execute(
        sql: "INSERT INTO evidence(key,file,record,front,parts,seq) VALUES(?,?,?,?,?,?)",
        arguments: StatementArguments(row.databaseValues))
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.evidence"])
  }
}
