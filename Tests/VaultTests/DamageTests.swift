import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// Vaults that no command opens any more, and files that are no databases any more: what is left is
/// read, and what is not is named.
@Suite struct DamageTests {
  private typealias Table = TestTable

  struct Change: Sendable, CustomTestStringConvertible {
    var sql: String
    var code: String
    var entry: Int
    var isInCustody = false
    var testDescription: String { sql }
  }

  static let changes: [Change] = [
    .init(
      sql: "UPDATE field_rule SET id=0 WHERE id=(SELECT min(id) FROM field_rule)",
      code: "schema.fields", entry: 2),
    .init(sql: "UPDATE vault SET id=zeroblob(16)", code: "vault.id", entry: 0),
    .init(sql: "DELETE FROM vault", code: "vault.id", entry: 0),
    .init(
      sql: "UPDATE custody SET vault=zeroblob(16)", code: "custody.vault", entry: 0,
      isInCustody: true),
    .init(sql: "DELETE FROM custody", code: "custody.missing", entry: 1, isInCustody: true),
  ]

  /// The log says which vault it is; everything else is a copy of that.
  @Test(arguments: changes) func isNamed(_ change: Change) throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try desk.tamper(change.isInCustody ? desk.custody : desk.records) { db in
      try db.execute(sql: change.sql)
      #expect(db.changesCount > 0)
    }
    #expect(throws: VaultError.self) { try desk.verify() }
    let verdict = try Vault.examine(desk.path)
    #expect(
      verdict.findings.first
        == LogFinding(subject: .entry(change.entry), code: change.code), "\(verdict.findings)")
    #expect(verdict.size == size)
  }

  /// Another vault's custody is of no time of this one, and is called nothing but that.
  @Test func anotherVaultsCustodyIsNotCalledOlder() throws {
    let (desk, other) = (try Desk(), try Desk(isOther: true))
    try desk.erase(desk.shared)
    try FileManager.default.removeItem(atPath: desk.custody)
    try FileManager.default.copyItem(atPath: other.custody, toPath: desk.custody)
    let codes = try Vault.examine(desk.path).findings.map(\.code)
    #expect(codes.contains("custody.vault") && !codes.contains("custody.behind"), "\(codes)")
    #expect(!codes.contains("custody.ahead"))
  }

  private func overwrite(
    _ file: String, at offset: Int, with bytes: [UInt8]? = nil
  ) throws {
    let handle = try #require(FileHandle(forWritingAtPath: file))
    defer { try? handle.close() }
    if let bytes {
      try handle.seek(toOffset: UInt64(offset))
      try handle.write(contentsOf: Data(bytes))
    } else {
      try handle.truncate(atOffset: UInt64(offset))
    }
  }

  /// The page on which the table of a question begins.
  private func page(_ table: String, of file: String, _ desk: Desk) throws -> Int {
    try desk.inspect(file) { db in
      let root = try #require(
        try Int.fetchOne(
          db, sql: "SELECT rootpage FROM sqlite_schema WHERE name=?", arguments: [table]))
      let size = try #require(try Int.fetchOne(db, sql: "PRAGMA page_size"))
      return (root - 1) * size
    }
  }

  /// The table of entries cannot be read at all.
  @Test func theEntriesOverwritten() throws {
    let desk = try Desk()
    let page = try page("audit_leaf", of: desk.records, desk)
    try overwrite(desk.records, at: page, with: Array(repeating: 0xEE, count: 64))
    #expect { try desk.verify() } throws: { ($0 as? VaultError)?.isDamage == true }
    let findings = try Vault.examine(desk.path).findings
    #expect(findings.contains(LogFinding(subject: .entry(0), code: "storage.log")))
  }

  /// The entries are sound; some of what lies beside them cannot be read.
  @Test(arguments: ["file", "pack", "record"]) func aTableOverwritten(_ table: String) throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let page = try page(table, of: desk.records, desk)
    try overwrite(desk.records, at: page, with: Array(repeating: 0xEE, count: 64))
    let verdict = try Vault.examine(desk.path)
    #expect(verdict.size == size)
    #expect(!verdict.findings.isEmpty)
  }

  /// The end of the file is gone: what is before it is read.
  @Test(arguments: [2, 3, 4]) func aTruncatedFile(_ part: Int) throws {
    let desk = try Desk()
    let length = try #require(
      try FileManager.default.attributesOfItem(atPath: desk.records)[.size] as? Int)
    try overwrite(desk.records, at: length * (part - 1) / part / 4096 * 4096 + 100)
    let size = try? desk.entries().count
    let verdict = try Vault.examine(desk.path)
    #expect(!verdict.findings.isEmpty)
    if let size { #expect(verdict.size <= size) }
  }

  @Test func custodyOverwritten() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try overwrite(desk.custody, at: 0, with: Array(repeating: 0xEE, count: 4096))
    let verdict = try Vault.examine(desk.path)
    #expect(verdict.findings.map(\.code) == ["storage.custody"])
    #expect(verdict.size == size && verdict.cases == 0)
  }
}
