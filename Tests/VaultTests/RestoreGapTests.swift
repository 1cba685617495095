import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Cases that a restore leaves without a key: two people accepted it, so that the log says so and verifies.
@Suite struct RestoreGapTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Restored with a custody that destroyed the key of the shared case: a class of it was erased.
  ///
  /// - Parameter isForgotten: whether nobody's client remembers what was there before.
  private func leaveBehind(isForgotten: Bool = true) throws -> Restored {
    try desk.backUp()
    try desk.erase(.fieldClass(.clinical))
    let restored = try desk.restoreBeside(
      desk.plan { plan in
        (plan.custody, plan.acceptsRollback, plan.acceptsGaps) = (desk.custody, true, true)
      })
    try desk.moveIn()
    if isForgotten { try desk.forgetPins() }
    return restored
  }

  private func gap() throws -> Entry {
    try #require(
      try desk.entries().last { $0.act == Act.vaultRestore && $0.kind == StatedGaps.kind })
  }

  private func ailments() throws -> [String] {
    try Vault.checkup(at: desk.path).ailments.map(\.code).filter { $0.hasPrefix("case.") }
  }

  @Test func whatTwoPeopleAcceptedIsNoFaultOfTheLog() throws {
    let restored = try leaveBehind()
    let gap = try gap()
    #expect(gap.ref == restored.entry && gap.by == restored.acceptance && gap.rec != nil)
    #expect(gap.actor == (try desk.entries()[restored.entry].actor) && gap.role == "admin")
    // An administrator's word alone is not enough.
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["case.key"])
    #expect(try ailments() == ["case.key"])
    let told = try desk.accepting("auditor") { vault, _ in
      try vault.casesLeft(by: restored.acceptance)
    }
    #expect(told == 1)
    try desk.giveRestore(restored.acceptance)
    let verdict = try desk.verify()
    #expect(verdict.findings == [])
    let rec = try #require(gap.rec).hex
    #expect(
      verdict.gaps == [
        LogFinding(subject: .file(pseudonym: rec, entry: gap.seq), code: "case.gap")
      ])
    #expect(try ailments() == ["case.gap"])
  }

  /// An auditor refuses, another ask follows, and is given by who is told what it leaves behind.
  @Test func whatIsAskedAnewCountsToo() throws {
    let first = try leaveBehind(isForgotten: false).acceptance
    _ = try desk.accepting("auditor") { vault, session in
      try vault.refuseAcceptance(of: first, as: session)
    }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["case.key"])
    let anew = try desk.accepting("admin") { vault, session in
      try vault.askAcceptance(as: session).entry
    }
    #expect(anew > first)
    #expect(try desk.accepting("auditor") { vault, _ in try vault.casesLeft(by: anew) } == 1)
    try desk.giveRestore(anew)
    #expect(try desk.verify().findings == [])
    #expect(try desk.verify().gaps.count == 1)
  }

  /// Its key is in custody of no time that was brought: not even that of its pseudonym.
  @Test func aCaseOfAfterTheCustody() throws {
    try desk.backUp([.custody])
    let later = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    try desk.backUp([.records])
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.acceptsGaps = true })
    try desk.moveIn()
    let gap = try gap()
    let opened = try #require(try desk.entries().last { $0.act == Act.recordCreate })
    #expect(gap.rec == opened.rec)
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.verify().findings == [])
    #expect(try desk.verify().gaps.count == 1)
    let thrown = #expect(throws: VaultError.self) {
      try desk.read("lead", [TestTable.name], of: later)
    }
    let last = try #require(try desk.entries().last)
    #expect(thrown == .caseLeftBehind(gap: gap.seq, entry: last.seq))
    #expect(last.out == .failed && last.why == .tampered)
  }

  /// Whoever asks is told why, who would erase it too; the others are there, and what is done to all of an office's
  /// cases goes on.
  @Test func whoeverAsksIsTold() throws {
    try desk.giveRestore(try leaveBehind().acceptance)
    let gap = try gap().seq
    func expectTold(_ body: () throws -> Void) throws {
      let thrown = #expect(throws: VaultError.self, performing: body)
      #expect(thrown == .caseLeftBehind(gap: gap, entry: try desk.entries().count - 1))
    }
    try expectTold { _ = try desk.read("social", [TestTable.name], of: desk.shared) }
    try expectTold { try desk.askErasure(of: desk.shared, by: "lead") }
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// What is missing or altered in any other way stays what it is.
  @Test(arguments: [
    "UPDATE file SET version=version+1 WHERE key=?", "UPDATE file SET seq=seq-1 WHERE key=?",
  ])
  func anotherRowIsNoGap(_ sql: String) throws {
    try desk.giveRestore(try leaveBehind().acceptance)
    let key = try desk.key(of: desk.shared)
    try desk.tamper { db in try db.execute(sql: sql, arguments: [key]) }
    #expect(try Vault.examine(desk.path).findings.count == 1)
    #expect(try Vault.examine(desk.path).gaps == [])
  }

  /// Whoever wrote in the case since had its key: what is missing after that no restore left behind.
  @Test func aKeyThatIsLostOnceMoreIsNoGap() throws {
    try desk.backUp([.custody])
    let later = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    let key = try desk.key(of: later)
    func rows(_ table: String) throws -> [Row] {
      try desk.inspect(desk.custody) { db in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) WHERE file=?", arguments: [key])
      }
    }
    let kept = [("kk", try rows("kk")), ("rec", try rows("rec"))]
    try desk.backUp([.records])
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.acceptsGaps = true })
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    try desk.tamper(desk.custody) { db in
      for (table, rows) in kept {
        for row in rows {
          let marks = Array(repeating: "?", count: row.count).joined(separator: ",")
          try db.execute(
            sql: "INSERT INTO \(table) VALUES(\(marks))",
            arguments: StatementArguments(row.databaseValues))
        }
      }
    }
    _ = try desk.write("intake", TestTable.name, "Vo Thi Hai", to: later)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [key])
    }
    let thrown = #expect(throws: VaultError.self) {
      try desk.read("lead", [TestTable.name], of: later)
    }
    #expect(thrown == .caseWithoutKey(entry: try desk.entries().count - 1))
  }

  @Test func aKeyThatGoesLaterIsNoGap() throws {
    try desk.giveRestore(try leaveBehind().acceptance)
    let key = try desk.key(of: desk.fresh)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [key])
    }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["case.key"])
    #expect(try Vault.examine(desk.path).gaps.map(\.code) == ["case.gap"])
  }
}
