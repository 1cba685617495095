import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Taking an entry back is whole or not at all, undone by no hand, by no old copy and by no backup.
@Suite struct RetractionCrashTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func giveAndDie(_ asked: Int) throws {
    try desk.act("deputy") { vault, session in
      var place = 0
      _ = try vault.give(
        [AskedErasure(asked, of: desk.shared, since: nil)], waitingIn: Table.pending, at: &place,
        session)
    }
  }

  @Test func itIsFinishedByTheNext() throws {
    let file = try desk.key(of: desk.shared)
    try giveAndDie(try desk.retract(Table.identity))
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 2)
    #expect(try Vault.examine(desk.path).findings == [])
    let finished = try desk.finish("lead")
    #expect(finished.count == 1 && finished.allSatisfy { $0.failed == nil })
    #expect(finished.first?.erasure.isRetraction == true && finished.first?.erasure.part == nil)
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 1)
    #expect(try desk.rows(of: file, in: "pending") == 0)
    try desk.expectSound()
  }

  /// What the same ask came to is told to who gives it again.
  @Test func whatBecameOfIt() throws {
    let asked = try desk.retract(Table.identity)
    let done = try desk.erase(desk.shared, asked: asked)
    let found = try desk.act("deputy") { vault, _ in try vault.erasure(answering: asked) }
    #expect(found == done.entry)
  }

  /// Killed at any moment, as a power cut leaves the files: in sight, out of sight or gone, and sound.
  @Test func powerCutsAtAnyMoment() throws {
    let worker = Thread { [desk] in
      guard let asked = try? desk.retract(Table.identity) else { return }
      _ = try? desk.leave(asked)
      guard let again = try? desk.retract(Table.identity) else { return }
      _ = try? desk.erase(desk.shared, asked: again)
    }
    worker.start()
    var cuts: [String] = []
    while !worker.isFinished || cuts.isEmpty {
      let cut = desk.folder + "/cut-\(cuts.count)"
      if try desk.freeze(to: cut) { cuts.append(cut) }
    }
    for cut in cuts { try check(cut) }
    #expect(try desk.versions(Table.name) == [])
  }

  private func check(_ folder: String) throws {
    let vault = try Vault(opening: folder, pins: folder + "/pins", now: desk.clock.now)
    let lead = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    #expect(try vault.verifyLog(as: lead).findings == [])
    let seen = try vault.read(
      [Table.story, Table.name], of: desk.shared, for: .careManagement, as: lead)
    #expect(seen.records.contains { $0.fields[Table.story] != nil })
    let versions = try desk.versions(Table.name, in: folder + "/records.db")
    let isSeen = seen.records.contains { $0.fields[Table.name] != nil }
    #expect(versions == [1] || versions == [] && !isSeen)
  }

  // MARK: By hand

  private func turn(_ kind: Int, to other: Int) throws {
    try desk.tamper(
      sql: "UPDATE record SET entity=? WHERE file=? AND entity=?",
      [other, try desk.key(of: desk.shared), kind])
  }

  @Test func aNumberThatWasTurnedBackIsSeen() throws {
    try desk.retract(Table.identity)
    try turn(Int(Table.identity) + 0x4000, to: Int(Table.identity))
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  @Test func anEntryThatWasHiddenByHandIsSeen() throws {
    try turn(Int(Table.identity), to: Int(Table.identity) + 0x4000)
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.story], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  /// The rows of before, put back whole: they fit an entry of before, and not the last one.
  @Test func rowsThatWerePutBackAreSeen() throws {
    let file = try desk.key(of: desk.shared)
    let asked = try desk.retract(Table.identity)
    let rows = try desk.inspect { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT f.record,f.id,f.version,f.writer,f.blob FROM field f JOIN record r ON f.record=r.key WHERE r.file=? AND r.entity=?",
        arguments: [file, Int(Table.identity) + 0x4000])
    }
    try desk.erase(desk.shared, asked: asked)
    try desk.tamper { db in
      for row in rows {
        try db.execute(
          sql: "INSERT INTO field(record,id,version,writer,blob) VALUES(?,?,?,?,?)",
          arguments: StatementArguments(row.databaseValues))
      }
    }
    #expect(rows.count == 2)
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.story], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
  }

  @Test func aKeyThatIsSaidToBeInUseAgain() throws {
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    let file = try desk.key(of: desk.shared)
    for due in [0, 1] {
      try desk.tamper(
        sql: "UPDATE class_key SET due=? WHERE file=? AND class=2 AND version=1", [due, file])
      #expect(try desk.verify().findings.map(\.code) == ["case.keys"])
    }
  }

  // MARK: Old copies

  @Test func anOldCopyBringsNothingBack() throws {
    let copy = desk.folder + "/records-before"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: copy, toPath: desk.records)
    try desk.forgetPins()
    for handle in ["lead", "social"] {
      #expect(throws: VaultError.self) { try desk.read(handle, [Table.phone], of: desk.shared) }
    }
  }

  // MARK: Backups

  /// In what is restored beside the vault of today it goes again, whether the backup has it in sight or not.
  @Test(arguments: [false, true]) func aBackupBringsNothingBack(_ isOutOfSight: Bool) throws {
    if !isOutOfSight { try desk.backUp() }
    let asked = try desk.retract(Table.identity)
    if isOutOfSight { try desk.backUp() }
    try desk.erase(desk.shared, asked: asked)
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1 && restored.erased == 0 && restored.findings == 0)
    let records = desk.restoredPath + "/records.db"
    #expect(try desk.versions(Table.name, in: records) == [])
    let again = try #require(
      try desk.restoredEntries().last { $0.act == Act.caseRetract && $0.kind == "restore" })
    #expect(again.gen != nil && again.man != nil && again.item != nil && again.class == nil)
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("lead", [Table.name], of: desk.shared) == [:])
    if isOutOfSight {
      // The ask of then waits still: there is nothing left of it.
      #expect(throws: VaultError.nothingToDo) { try desk.erase(desk.shared, asked: asked) }
      try desk.leave(asked)
    }
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// A backup carries along what SQLite forgot in a page; what is destroyed again is not left there either.
  @Test func norInAForgottenPage() throws {
    let seal = try #require(try desk.blobs(of: Table.identity).first)
    try desk.forget(seal)
    try desk.backUp()
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1 && restored.leftover == nil)
    #expect(restored.searched?.files == VaultFiles.ownNames && restored.searched?.left == [])
    for name in VaultFiles.ownNames {
      let file = FileManager.default.contents(atPath: desk.restoredPath + "/" + name) ?? Data()
      #expect(file.range(of: seal) == nil, "\(name)")
    }
  }

  /// What no rewriting takes away is loud, and what was restored is there.
  @Test func whatIsLeftOfItIsLoud() throws {
    let seal = try #require(try desk.blobs(of: Table.identity).first)
    try desk.tamper(sql: "INSERT INTO audit_note(hash,sealed) VALUES(x'00',?)", [seal])
    try desk.backUp()
    let asked = try desk.retract(Table.identity)
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked) }
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1 && restored.searched?.left == ["records.db"])
    let last = try #require(try desk.restoredEntries().last { $0.out == .failed })
    #expect(last.seq == restored.leftover && last.ref == restored.entry)
    #expect(last.act == Act.caseErase)
  }

  /// What a restore knew of and could not do a later one does that has no other log to ask.
  @Test func whatCouldNotBeDoneAgainIsDoneLater() throws {
    try desk.backUp()
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    let first = try desk.restoreBeside(
      desk.plan { plan in
        (plan.custody, plan.acceptsRollback, plan.acceptsGaps) = (desk.custody, true, true)
      })
    #expect(first.gaps == 1 && first.parts == 0)
    let carried = try #require(try desk.restoredEntries().last { $0.act == Act.caseRetract })
    #expect(carried.out == .failed && carried.why == .state && carried.kind == "restore")
    #expect(carried.ref == first.entry && carried.gen == nil && carried.item != nil)
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(first.acceptance)
    let second = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(second.parts == 1 && second.gaps == 0 && second.findings == 0)
    #expect(try desk.versions(Table.name, in: desk.restoredPath + "/records.db") == [])
  }

  /// What waited when the backup was made waits in what is restored.
  @Test func whatWaitedWaits() throws {
    let asked = try desk.retract(Table.identity)
    try desk.backUp()
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 0 && restored.findings == 0)
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("lead", [Table.name], of: desk.shared) == [:])
    try desk.leave(asked)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// Of two at once one takes it out of sight, and the other is told that it is not there.
  @Test func twoAtOnce() throws {
    let record = try desk.name(of: Table.identity)
    DispatchQueue.concurrentPerform(iterations: 2) { [desk] number in
      _ = try? desk.retract(Table.identity, record, by: number == 0 ? "lead" : "social")
    }
    let asks = try desk.entries().filter { $0.act == Act.caseRetract && $0.out == .ok }
    #expect(asks.count == 1)
    try desk.expectSound()
  }
}
