import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The erasure of a part is whole or not at all, brought back by no old copy and by no backup, and what is done
/// to it by hand is named.
@Suite struct PartErasureCrashTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for phone in ["+84911111111", "+84922222222"] {
      try desk.write("social", Table.phone, phone, to: desk.shared)
    }
  }

  private static let parts = [ErasedPart.fieldClass(.identity), .history(Table.phone)]

  @Test(arguments: parts) func itIsFinishedByTheNext(_ part: ErasedPart) throws {
    let file = try desk.key(of: desk.shared)
    try desk.eraseAndDie(part)
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 2)
    #expect(try Vault.examine(desk.path).findings == [])
    try desk.read("lead", [Table.name], of: desk.fresh)
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 1)
    #expect(try desk.rows(of: file, in: "pending") == 0)
    try desk.expectSound()
  }

  /// Killed at any moment, as a power cut leaves the files: asked for and not done, or done whole.
  @Test(arguments: parts) func powerCutsAtAnyMoment(_ part: ErasedPart) throws {
    let asked = try desk.askErasure(of: part)
    let worker = Thread { [desk] in _ = try? desk.erase(desk.shared, asked: asked) }
    worker.start()
    var cuts: [String] = []
    while !worker.isFinished || cuts.isEmpty {
      let cut = desk.folder + "/cut-\(cuts.count)"
      if try desk.freeze(to: cut) { cuts.append(cut) }
    }
    for cut in cuts { try check(cut) }
  }

  private func check(_ folder: String) throws {
    let vault = try Vault(opening: folder, pins: folder + "/pins", now: desk.clock.now)
    let lead = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    #expect(try vault.verifyLog(as: lead).findings == [])
    let versions = try desk.versions(Table.phone, in: folder + "/records.db")
    #expect(versions == [1, 2, 3] || versions == [] || versions == [3])
    let seen = try vault.read(
      [Table.story, Table.phone], of: desk.shared, for: .careManagement, as: lead)
    #expect(seen.records.contains { $0.fields[Table.story] != nil })
    #expect(seen.records.contains { $0.fields[Table.phone] != nil } == !versions.isEmpty)
  }

  // MARK: Old copies

  @Test(arguments: parts) func anOldCopyBringsNothingBack(_ part: ErasedPart) throws {
    let copy = desk.folder + "/records-before"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    try desk.erase(part)
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: copy, toPath: desk.records)
    try desk.forgetPins()
    for handle in ["lead", "social"] {
      #expect(throws: VaultError.self) { try desk.read(handle, [Table.phone], of: desk.shared) }
    }
  }

  /// What was erased, put back by hand: it does not fit the case, and nobody has a key for it.
  @Test func whatIsPutBackIsSeen() throws {
    let row = try desk.inspect { db in
      try Row.fetchOne(
        db, sql: "SELECT record,writer,blob FROM field WHERE id=202 AND version=1 AND record=?",
        arguments: [try desk.record(Table.identity, of: desk.shared)])
    }
    let old = try #require(row)
    try desk.erase(.history(Table.phone))
    try desk.tamper(
      sql: "INSERT INTO field(record,id,version,writer,blob) VALUES(?,202,1,?,?)",
      [old["record"] as Int, old["writer"] as Int, old["blob"] as Data])
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  /// That nobody holds a key any more is in the table too, which is held against the log.
  @Test func aKeyThatIsSaidToBeInUseAgain() throws {
    try desk.erase(.fieldClass(.clinical))
    let file = try desk.key(of: desk.shared)
    for due in [0, 1] {
      try desk.tamper(
        sql: "UPDATE class_key SET due=? WHERE file=? AND class=4 AND version=1", [due, file])
      #expect(try desk.verify().findings.map(\.code) == ["case.keys"])
    }
  }

  // MARK: Backups

  /// In what is restored beside the vault of today it goes again.
  @Test func aBackupBringsNothingBack() throws {
    try desk.backUp()
    try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    try desk.erase(.fieldClass(.clinical))
    try desk.erase(.history(Table.phone))
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 2 && restored.erased == 0 && restored.findings == 0)
    let records = desk.restoredPath + "/records.db"
    #expect(try desk.versions(Table.injuries, in: records) == [])
    // The newest that the backup had was no longer the newest when the others were erased.
    #expect(try desk.versions(Table.phone, in: records) == [])
    let again = try desk.restoredEntries().filter {
      $0.act == Act.caseErase && $0.kind == "restore"
    }
    #expect(again.map(\.class) == [4, 2] && again.allSatisfy { $0.gen != nil && $0.man != nil })
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    #expect(try desk.read("health", [Table.allergies], of: desk.shared).count == 1)
    try desk.write("social", Table.phone, "+84955555555", to: desk.shared)
    try desk.write("health", Table.injuries, "Mới", to: desk.shared)
    try desk.expectSound()
  }

  /// What a restore knew of and could not do, because the case opened for nobody, a later one does that has no other
  /// log to ask.
  @Test(arguments: [ErasedPart.fieldClass(.clinical), .history(Table.phone)])
  func whatCouldNotBeDoneAgainIsDoneLater(_ part: ErasedPart) throws {
    try desk.backUp()
    try desk.erase(part)
    let field = part == .fieldClass(.clinical) ? Table.injuries : Table.phone
    let kept = try desk.versions(field, in: desk.records)
    let first = try desk.restoreBeside(
      desk.plan { plan in
        (plan.custody, plan.acceptsRollback, plan.acceptsGaps) = (desk.custody, true, true)
      })
    #expect(first.gaps == 1 && first.parts == 0)
    let carried = try #require(try desk.restoredEntries().last { $0.act == Act.caseErase })
    #expect(carried.out == .failed && carried.why == .state && carried.kind == "restore")
    #expect(carried.ref == first.entry && carried.gen == nil && carried.class != nil)
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(first.acceptance)
    let second = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(second.parts == 1 && second.gaps == 0 && second.findings == 0)
    #expect(try desk.versions(field, in: desk.restoredPath + "/records.db") == kept)
  }

  /// With custody of after the erasure the key of before is gone: the whole case of then opens for nobody, and is
  /// counted; the others are there.
  @Test(arguments: [ErasedPart.fieldClass(.clinical), .history(Table.phone)])
  func custodyOfTodayOpensNothingOfIt(_ part: ErasedPart) throws {
    try desk.backUp()
    try desk.erase(part)
    let plan = desk.plan { plan in
      (plan.custody, plan.acceptsRollback) = (desk.custody, true)
    }
    desk.expectNoted(.backup(.keysMissing(cases: 1))) { try desk.restoreBeside(plan) }
    try desk.expectNothingRestored()
    var accepting = plan
    accepting.acceptsGaps = true
    let restored = try desk.restoreBeside(accepting)
    #expect(restored.gaps == 1 && restored.parts == 0 && restored.erased == 0)
    #expect(restored.cases == 2 && restored.findings == 0)
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("lead", [Table.name], of: desk.fresh).count == 1)
    for (handle, field) in [("health", Table.injuries), ("social", Table.phone)] {
      #expect(throws: VaultError.self) { try desk.read(handle, [field], of: desk.shared) }
    }
    #expect(try desk.verify().gaps.map(\.code) == ["case.gap"])
  }

  /// What was the newest then stays, under the key that it has: who restores could not seal it anew.
  @Test func whatWasLeftIsThereInTheBackupToo() throws {
    try desk.backUp()
    try desk.erase(.history(Table.phone))
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1 && restored.findings == 0)
    #expect(try desk.versions(Table.phone, in: desk.restoredPath + "/records.db") == [3])
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(
      try desk.read("social", [Table.phone], of: desk.shared) == [
        Table.phone: .text("+84922222222")
      ])
    try desk.write("social", Table.phone, "+84955555555", to: desk.shared)
    try desk.expectSound()
  }
}
