import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// Figures by a role that came after the cases: what it was not given yet is no damage, and is not passed over.
@Suite struct LateFiguresTests {
  private let office: TestOffice

  init() throws {
    office = try TestOffice()
    for code in ["ABCDEFGHJ", "BBCDEFGHK", "CBCDEFGHL"] { _ = try office.openCase(code) }
    try office.invite("figures", as: .statistician)
    for handle in ["admin", "lead"] {
      try office.act(handle) { vault, session in _ = try vault.admit("figures", by: session) }
    }
  }

  private func count() throws -> (look: FactsLook, opened: Int, closed: Int) {
    try office.act("figures") { vault, session in
      var (opened, closed) = (0, 0)
      let look = try vault.facts(TestTable.facts, for: .look, as: session) { _, items in
        if items == nil { closed += 1 } else { opened += 1 }
      }
      return (look, opened, closed)
    }
  }

  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: office.path + "/records.db")
    defer { try? queue.close() }
    try queue.write { db in
      try db.execute(sql: sql)
      #expect(db.changesCount > 0)
    }
  }

  private func failures() throws -> [Entry] {
    let queue = try DatabaseQueue(path: office.path + "/records.db")
    defer { try? queue.close() }
    return try queue.read { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx").map {
        try Leaf(parsing: [UInt8]($0)).entry
      }
    }.filter { $0.act == Act.stats && $0.out == .failed }
  }

  @Test func whatWasNotGivenYetIsOneEntryAndNoDamage() throws {
    let first = try count()
    #expect(first.opened == 0 && first.closed == 0)
    #expect(first.look.waiting == .init(role: "statistician", count: 3))
    let noted = try failures()
    #expect(noted.map(\.why) == [.fieldClass] && noted.first?.ref == first.look.entry)
    #expect(noted.first?.n == Entry.bucket(3) && noted.first?.rec == nil)
    let row = try #require(noted.first.flatMap { EntryRow.of($0) })
    #expect(row.out == "failed" && row.may.contains("n"))
  }

  /// Once the log says that the role was given a key, a wrap that is not there was taken away.
  @Test func whatWasGivenAndIsGoneIsDamage() throws {
    _ = try count()
    try office.act("lead") { _, _ in }
    let given = try count()
    #expect(given.opened == 3 && given.look.waiting == nil)
    try tamper(
      """
      DELETE FROM pack WHERE file=1 AND principal IN \
      (SELECT key FROM principal WHERE id=x'00000000000000000000000000000003')
      """)
    let again = try count()
    #expect(again.opened == 2 && again.closed == 1 && again.look.waiting == nil)
    #expect(try failures().last?.why == .tampered)
  }
}
