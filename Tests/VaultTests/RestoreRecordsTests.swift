import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Custody alone is lost, and the records of today are whole: they are taken as they are, and nothing is given up.
@Suite struct RestoreRecordsTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  enum Loss: CaseIterable { case gone, emptied, damaged }

  private func lose(_ loss: Loss = .gone) throws {
    switch loss {
    case .gone: try FileManager.default.removeItem(atPath: desk.custody)
    case .emptied: try Data().write(to: URL(filePath: desk.custody))
    case .damaged:
      var bytes = try Data(contentsOf: URL(filePath: desk.custody))
      for index in 4_096..<bytes.count { bytes[index] = 0 }
      try bytes.write(to: URL(filePath: desk.custody))
    }
  }

  private func plan(_ change: (inout RestorePlan) -> Void = { _ in }) -> RestorePlan {
    desk.plan {
      $0.records = desk.records
      change(&$0)
    }
  }

  /// Of a copy of the records, as SQLite makes it.
  private func copied() throws -> Digest {
    let place = desk.folder + "/copied.db"
    try Store(opening: desk.records, isExamined: true).copy(to: place, { _ in }, beside: { _ in })
    return try PieceReader(place).digest().digest
  }

  /// Everybody remembers more than any backup has, and goes on at once.
  @Test(arguments: Loss.allCases) func nothingIsGivenUp(_ loss: Loss) throws {
    try desk.backUp()
    try desk.write("social", TestTable.name, "Trần Thị Mới", to: desk.shared)
    for handle in ["lead", "social", "auditor"] { try desk.look(handle) }
    let entries = try desk.entries()
    try lose(loss)
    #expect(try Vault.isCustodyLost(at: desk.path))
    let before = try Data(contentsOf: URL(filePath: desk.records))
    let taken = try copied()
    let restored = try desk.restore(plan { $0.records = loss == .gone ? desk.path : desk.records })
    #expect(try Data(contentsOf: URL(filePath: desk.records)) == before)
    #expect(restored.backedUp == entries.count && restored.remembered == nil)
    #expect(restored.made == nil && restored.gaps == 0 && restored.findings == 0)
    #expect(!restored.isUntold && restored.suspended == 0 && restored.taken == [])
    let stated = try desk.restoredEntries()[restored.entry]
    #expect(stated.kind == "records" && stated.sum == taken)
    try desk.moveIn()
    for handle in ["lead", "social", "admin", "duty"] { try desk.look(handle) }
    let name = try desk.read("lead", [TestTable.name], of: desk.shared)[TestTable.name]
    #expect(name == .text("Trần Thị Mới"))
    try desk.giveRestore(restored.acceptance)
    // Nothing is gone, and nobody is told that anything is.
    let verdict = try desk.verify()
    #expect(verdict.findings == [] && verdict.putBack == [])
    let asked = try desk.entries()[restored.acceptance]
    #expect(asked.n == 0)
    #expect(try desk.act("lead") { vault, _ in vault.putBackEntries } == [])
  }

  /// Custody of before what the records say is destroyed: said first, and what was erased since opens nowhere.
  @Test func aCustodyThatIsBehind() throws {
    try desk.backUp()
    try desk.erase(desk.shared)
    try lose()
    #expect(
      throws: VaultError.backup(.custodyBehind(custody: 1, records: 2, cases: 0))
    ) { try desk.restore(plan()) }
    try desk.expectNothingRestored()
    let restored = try desk.restore(plan { $0.acceptsGaps = true })
    #expect(restored.cases == 1 && restored.custodyBehind == 1 && restored.gaps == 0)
    try desk.moveIn()
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
    #expect(try desk.verify().findings == [])
  }

  @Test func casesOpenedAfterTheCustody() throws {
    try desk.backUp()
    _ = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session)
    }
    try lose()
    #expect(throws: VaultError.backup(.keysMissing(cases: 1))) { try desk.restore(plan()) }
    let restored = try desk.restore(plan { $0.acceptsGaps = true })
    #expect(restored.gaps == 1 && restored.cases == 3)
  }

  /// An older copy of the file is told by what anybody remembers, as an older backup is.
  @Test func anOlderCopy() throws {
    try desk.backUp()
    let copy = desk.folder + "/older.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    let size = try desk.entries().count
    for _ in 0..<3 { try desk.look("admin") }
    let known = try desk.entries().count
    #expect(throws: VaultError.rolledBack(size: size, pinned: known)) {
      try desk.restore(plan { $0.records = copy })
    }
    let head = try desk.act("auditor") { vault, session in try vault.pin(into: nil, as: session) }
    try desk.forgetPins()
    #expect(throws: VaultError.rolledBack(size: size, pinned: head.size)) {
      try desk.restore(plan { ($0.records, $0.heads) = (copy, head.file) })
    }
    try desk.expectNothingRestored()
    let restored = try desk.restore(
      plan { ($0.records, $0.heads, $0.acceptsRollback) = (copy, head.file, true) })
    #expect(restored.isUntold && restored.suspended == nil && restored.remembered == head.size)
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.act("lead") { vault, _ in vault.putBackEntries } == [restored.acceptance])
    #expect(try desk.entries()[restored.acceptance].n == Entry.bucket(head.size - size))
  }

  // MARK: Refused by name

  private func refused(
    _ error: VaultError, _ place: SourceLocation = #_sourceLocation,
    _ change: (inout RestorePlan) -> Void = { _ in }
  ) throws {
    let plan = plan(change)
    #expect(throws: error, sourceLocation: place) { try desk.restore(plan) }
    try desk.expectNothingRestored(place)
  }

  @Test func whatIsNone() throws {
    try desk.backUp()
    try desk.forgetPins()
    let other = try Desk(isOther: true)
    try refused(.custodyOfAnotherVault) { $0.records = other.records }
    try refused(.backup(.kind)) { $0.records = desk.custody }
    try refused(.backup(.missing)) { $0.records += "-none" }
    try refused(.backup(.strange)) { $0.records = desk.folder }
    try refused(.alreadyThere) { $0.place = desk.path }
    let whole = try Data(contentsOf: URL(filePath: desk.records))
    let copy = desk.folder + "/spoilt.db"
    // Cut short, without its beginning, with zeros where entries were.
    try whole.prefix(whole.count / 2).write(to: URL(filePath: copy))
    try refused(.backup(.integrity)) { $0.records = copy }
    try whole.dropFirst(16).write(to: URL(filePath: copy))
    try refused(.backup(.form)) { $0.records = copy }
    var holed = whole
    for index in 8_192..<(whole.count / 2) { holed[index] = 0 }
    try holed.write(to: URL(filePath: copy))
    try refused(.backup(.integrity)) { $0.records = copy }
    try desk.restore(plan())
  }

  @Test func aLogThatWasAltered() throws {
    try desk.backUp()
    try desk.forgetPins()
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET leaf=zeroblob(64) WHERE idx=7")
    }
    try refused(.logBroken(at: 7))
  }

  @Test func onlyAnAdministrator() throws {
    try desk.backUp()
    try lose()
    #expect(throws: VaultError.backup(.notAdministrator)) {
      try desk.restore(desk.plan(by: "lead") { $0.records = desk.records })
    }
    try desk.expectNothingRestored()
  }

  // MARK: As the newer log

  /// With a pair of before: the log of today tells what was erased and taken since, though nobody is unlocked there.
  @Test(arguments: Loss.allCases) func itsLogTellsWithoutAKey(_ loss: Loss) throws {
    try desk.backUp()
    try desk.erase(desk.shared)
    try desk.suspend("social")
    let size = try desk.entries().count
    try lose(loss)
    try desk.forgetPins()
    // Another custody than that of before it would not go with.
    try refused(.backup(.custodyApart))
    let newer = desk.plan { $0.newer = desk.path }
    let thrown = #expect(throws: VaultError.self) { try desk.restore(newer) }
    guard case .rolledBack(_, size)? = thrown else {
      Issue.record("\(String(describing: thrown))"); return
    }
    let restored = try desk.restore(
      desk.plan { ($0.newer, $0.acceptsRollback) = (desk.path, true) })
    #expect(restored.erased == 1 && restored.suspended == 1 && !restored.isUntold)
    #expect(
      restored.taken == [TakenSince(handle: "social", what: .membership(isCompromised: false))])
  }

  @Test func anAlteredOneTellsNothing() throws {
    try desk.backUp()
    try desk.erase(desk.shared)
    try desk.forgetPins()
    let other = try Desk(isOther: true)
    try FileManager.default.removeItem(atPath: other.custody)
    #expect(throws: VaultError.backup(.otherVault)) {
      try desk.restore(desk.plan { $0.newer = other.path })
    }
    #expect(try !Vault.isCustodyLost(at: desk.path))
    try lose()
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET leaf=zeroblob(64) WHERE idx=7")
    }
    #expect(throws: VaultError.logBroken(at: 7)) {
      try desk.restore(desk.plan { ($0.newer, $0.acceptsRollback) = (desk.path, true) })
    }
    try Data("no database".utf8).write(to: URL(filePath: desk.records))
    #expect(throws: VaultError.backup(.newerLog)) {
      try desk.restore(desk.plan { ($0.newer, $0.acceptsRollback) = (desk.path, true) })
    }
    try desk.expectNothingRestored()
  }
}
