import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A vault made again from backups: it is what it was, an auditor is asked, and what was destroyed since
/// stays destroyed.
@Suite struct RestoreTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func names(_ handle: String = "lead") throws -> [FieldValue?] {
    [try desk.read(handle, [TestTable.name], of: desk.shared)[TestTable.name]]
  }

  /// A command that leaves an entry, and a pin behind it.
  private func look(_ handle: String) throws {
    try desk.act(handle) { vault, session in _ = try vault.status(as: session) }
  }

  @Test func everythingIsThereAgain() throws {
    try desk.write("social", TestTable.name, "Trần Thị Mới", to: desk.shared)
    let made = try desk.backUp()
    let before = try names()
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan())
    #expect(restored.backedUp == made.entries && restored.remembered == nil)
    #expect(restored.cases == 2 && restored.gaps == 0 && restored.findings == 0)
    #expect(restored.erased == 0 && restored.handedOver == 0 && restored.suspended == nil)
    try desk.moveIn()
    #expect(try names() == before)
    let entries = try desk.entries()
    let stated = entries.filter { $0.act == Act.vaultRestore }
    #expect(stated.map(\.kind) == ["records", "custody"])
    #expect(stated.map(\.sum?.hex) == made.files.map(\.digest))
    #expect(entries[restored.acceptance].act == Act.vaultAccept)
    #expect(stated[0].seq == restored.entry && stated[0].role == "admin")
    #expect(try desk.verify().findings == [])
  }

  @Test func theFilesAreAVaults() throws {
    try desk.backUp()
    try desk.forgetPins()
    try desk.restore(desk.plan())
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(desk.restoredPath).map { $0 & 0o7777 } == 0o2770)
    for name in ["records.db", "custody.db"] {
      #expect(try mode(desk.restoredPath + "/" + name) == 0o660)
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
    #expect(!there.contains { $0.hasSuffix(".safekeep-part") })
  }

  // MARK: Two people, and no silent rollback

  @Test func anOlderOneIsRefusedAndNothingIsThere() throws {
    let made = try desk.backUp()
    let size = try desk.entries().count
    let thrown = #expect(throws: VaultError.self) { try desk.restore(desk.plan()) }
    #expect(thrown == .rolledBack(size: made.entries, pinned: size))
    try desk.expectNothingRestored()
  }

  @Test func twoPeopleGoOnWithIt() throws {
    try desk.backUp()
    for handle in ["lead", "social"] { try look(handle) }
    let pin = try FileManager.default.contentsOfDirectory(atPath: desk.pins("admin"))
    let old = pin.map { FileManager.default.contents(atPath: desk.pins("admin") + "/" + $0) }
    let restored = try desk.restore(desk.plan { $0.acceptsRollback = true })
    #expect((restored.remembered ?? 0) > restored.backedUp)
    // The pin is as it was: a restore that is thrown away has not been seen.
    #expect(
      pin.map { FileManager.default.contents(atPath: desk.pins("admin") + "/" + $0) } == old)
    try desk.moveIn()
    for handle in ["lead", "social", "admin"] {
      #expect(throws: VaultError.self) { try look(handle) }
    }
    try desk.giveRestore(restored.acceptance)
    for handle in ["lead", "social", "admin", "duty"] { try look(handle) }
    #expect(try desk.verify().findings == [])
  }

  @Test func headsThatSomebodyKept() throws {
    try desk.backUp()
    let early = try desk.act("auditor") { vault, session in
      try vault.pin(into: nil, as: session)
    }
    try desk.forgetPins()
    let thrown = #expect(throws: VaultError.self) {
      try desk.restore(desk.plan { $0.heads = early.file })
    }
    guard case .rolledBack(_, early.size)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    try desk.backUp(BackupKind.allCases, "-later")
    try desk.forgetPins()
    try desk.restore(desk.plan("-later") { $0.heads = early.file })
    #expect(throws: VaultError.pinFileUnreadable) {
      try desk.restore(
        desk.plan("-later") { ($0.heads, $0.place) = ([0x61], desk.folder + "/restored-2") })
    }
  }

  @Test func onlyAnAdministrator() throws {
    try desk.backUp()
    for handle in ["lead", "auditor", "social"] {
      try desk.forgetPins()
      #expect(throws: VaultError.backup(.notAdministrator)) {
        try desk.restore(desk.plan(by: handle))
      }
      try desk.expectNothingRestored()
      // By a log that is there it is a refusal with its entry.
      try desk.expectRefused(.role, Act.vaultRestore) {
        try desk.restoreBeside(desk.plan(by: handle), by: handle)
      }
    }
  }

  // MARK: What was destroyed since

  private func expectErased(_ restored: Restored, _ place: SourceLocation = #_sourceLocation) throws
  {
    #expect(restored.erased == 1 && restored.cases == 1, sourceLocation: place)
    #expect(restored.gaps == 0 && restored.findings == 0, sourceLocation: place)
    let secrets = try desk.secretsBefore.get()
    try desk.moveIn()
    for bytes in try desk.everyByte() {
      #expect(secrets.allSatisfy { bytes.range(of: $0) == nil }, sourceLocation: place)
    }
    #expect(throws: VaultError.self, sourceLocation: place) {
      try desk.read("lead", [TestTable.name], of: desk.shared)
    }
  }

  /// Custody of today has no key of it: it is not in what is restored.
  @Test func anErasedCaseWithTodaysCustody() throws {
    try desk.backUp()
    try desk.keepSecrets()
    try desk.erase(desk.shared)
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.custody = desk.custody })
    let erased = try desk.restoredEntries().last { $0.act == Act.caseErase }
    let generation = try desk.act("lead") { vault, session in
      try vault.status(as: session).generation
    }
    #expect(erased?.ref == restored.entry && erased?.gen == generation + 1)
    try expectErased(restored)
    try desk.forgetPins()
    #expect(try desk.verify().findings == [])
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }

  /// Custody of then opens it; the log of today says that it was erased.
  @Test func anErasedCaseWithAnOldCustodyAndTodaysVault() throws {
    try desk.backUp()
    try desk.keepSecrets()
    try desk.erase(desk.shared)
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    try expectErased(restored)
  }

  @Test func anErasedCaseWithAnOldCustodyAndAnExport() throws {
    try desk.backUp()
    try desk.keepSecrets()
    try desk.erase(desk.shared)
    try desk.act("auditor") { vault, session in
      _ = try vault.exportLog(to: desk.folder + "/export", from: 0, withHandles: false, as: session)
      {
        _ in
      }
    }
    try desk.forgetPins()
    let thrown = #expect(throws: VaultError.self) {
      try desk.restore(desk.plan { $0.newer = desk.folder + "/export" })
    }
    guard case .rolledBack? = thrown else { Issue.record("an export knows more"); return }
    let restored = try desk.restore(
      desk.plan { ($0.newer, $0.acceptsRollback) = (desk.folder + "/export", true) })
    try expectErased(restored)
  }

  /// Records of today with custody of before the erasure: they are of two times, which is said before it is gone on with,
  /// also where every case opens. The keys of what was erased go.
  @Test func aCustodyThatIsBehind() throws {
    try desk.backUp([.custody])
    let key = try desk.inspect(desk.custody) { db in
      try Data.fetchAll(db, sql: "SELECT key FROM rec")
    }
    try desk.erase(desk.shared)
    try desk.backUp([.records])
    try desk.forgetPins()
    let behind = BackupFault.custodyBehind(custody: 1, records: 2, cases: 0)
    #expect(throws: VaultError.backup(behind)) { try desk.restore(desk.plan()) }
    try desk.expectNothingRestored()
    desk.expectNoted(.backup(behind)) {
      try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.vaultRestore && last.out == .failed && last.why == .state)
    try desk.expectNothingRestored()
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.acceptsGaps = true })
    #expect(restored.gaps == 0 && restored.erased == 0 && restored.cases == 1)
    #expect(restored.custodyBehind == 1 && restored.generation == 2)
    let left = try Data(contentsOf: URL(filePath: desk.restoredPath + "/custody.db"))
    #expect(key.count { left.range(of: $0) != nil } == 1)
    try desk.moveIn()
    #expect(try desk.verify().findings == [])
  }

  /// The number of a case's row is given again once it is free: keys of the one are none of the other.
  @Test func aRowThatIsAnotherCasesNow() throws {
    try desk.backUp()
    let key = try desk.key(of: desk.shared)
    try desk.erase(desk.shared)
    let later = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    #expect(try desk.key(of: later) == key)
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.custody = desk.custody })
    #expect(restored.erased == 1 && restored.gaps == 0)
    try desk.moveIn()
    try desk.act("intake") { vault, session in
      _ = try vault.openCase(TestOffice.opening("DBCDEFGHM"), as: session)
    }
    #expect(try desk.verify().findings == [])
  }

  /// Who was suspended since is told, and the case that custody has no key of is named by number.
  @Test func casesOpenedAfterTheCustody() throws {
    try desk.backUp([.custody])
    let later = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    try desk.backUp([.records])
    try desk.forgetPins()
    #expect(throws: VaultError.backup(.keysMissing(cases: 1))) { try desk.restore(desk.plan()) }
    try desk.expectNothingRestored()
    let restored = try desk.restore(desk.plan { $0.acceptsGaps = true })
    #expect(restored.gaps == 1 && restored.cases == 3)
    try desk.moveIn()
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
    #expect(throws: VaultError.self) { try desk.read("lead", [TestTable.name], of: later) }
    #expect(try desk.verify().findings.map(\.code) == ["case.key"])
    // It keeps no other out of the index.
    let looked = try desk.act("lead") { vault, session in
      try vault.indexFaults(of: [TestTable.name], as: session)
    }
    #expect(looked.shut == 1 && !looked.faults.contains { $0.id == later })
  }

  /// The other office has it now: nothing of it comes back here, and its row says where it went.
  @Test(arguments: [true, false]) func aCaseThatWasHandedOver(_ withTodaysCustody: Bool) throws {
    let hands = try Handing()
    let desk = hands.sender
    try desk.backUp()
    let (_, acceptances) = try hands.handOver(desk.shared)
    try hands.finish(desk.shared, on: acceptances)
    let restored: Restored
    if withTodaysCustody {
      try desk.forgetPins()
      restored = try desk.restore(desk.plan { $0.custody = desk.custody })
    } else {
      restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    }
    #expect(restored.handedOver == 1 && restored.erased == 0 && restored.gaps == 0)
    let entry = try desk.restoredEntries().last { $0.act == Act.keyDestroy }
    #expect(entry?.kind == "restore" && entry?.ref == restored.entry)
    try desk.forgetPins()
    try desk.moveIn()
    let thrown = #expect(throws: VaultError.self) {
      try desk.read("lead", [TestTable.name], of: desk.shared)
    }
    guard case .caseGone(_, let place)? = thrown else { Issue.record("not gone"); return }
    // The note is in the log of after, of which the copy has nothing.
    #expect(place == .unknown)
    #expect(try desk.verify().findings == [])
  }

  @Test func whoLeftSince() throws {
    try desk.backUp()
    try desk.suspend("social")
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    let again = TakenSince(handle: "social", what: .membership(isCompromised: false))
    #expect(restored.suspended == 1 && restored.taken == [again])
  }
}
