import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// An erasure is finished whatever happens in between, nobody has custody destroy what no entry says, and no
/// old copy of the records brings a case back.
@Suite struct ErasureCrashTests {
  private func expectGone(_ desk: Desk, _ file: Int) throws {
    for table in ["file", "assignment", "pack", "pending"] {
      #expect(try desk.rows(of: file, in: table) == 0, "\(table)")
    }
    for table in ["kk", "rec"] {
      #expect(try desk.rows(of: file, in: table, of: desk.custody) == 0)
    }
    try desk.expectSound()
  }

  /// Behind the commit, before custody.
  @Test func itIsFinishedByTheNext() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.eraseAndDie(desk.shared)
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 1)
    #expect(try Vault.examine(desk.path).findings == [])
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    try expectGone(desk, file)
  }

  /// Custody is done with it and the records are not: nothing is left to destroy, and the row goes.
  @Test func itIsFinishedBehindCustody() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.eraseAndDie(desk.shared)
    let row = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT gen FROM pending")
    }
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
      try db.execute(sql: "DELETE FROM rec WHERE file=?", arguments: [file])
      try db.execute(sql: "UPDATE custody SET generation=?", arguments: [row])
    }
    #expect(try Vault.examine(desk.path).findings == [])
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    try expectGone(desk, file)
  }

  /// Custody's own change does not commit: nothing of it counts, and the next tries again.
  @Test func itIsFinishedThoughCustodyFailed() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.eraseAndDie(desk.shared)
    let journal = desk.custody + "-journal"
    try FileManager.default.removeItem(atPath: journal)
    try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: false)
    #expect(throws: VaultError.self) { try desk.read("lead", [TestTable.name], of: desk.fresh) }
    try FileManager.default.removeItem(atPath: journal)
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    try expectGone(desk, file)
  }

  /// Killed at any moment, as a power cut leaves the files: asked for and not done, or done whole.
  @Test func powerCutsAtAnyMoment() throws {
    let desk = try Desk()
    let asked = try desk.askErasure(of: desk.shared)
    let size = try desk.entries().count
    let worker = Thread { _ = try? desk.erase(desk.shared, asked: asked) }
    worker.start()
    var cuts: [String] = []
    while !worker.isFinished || cuts.isEmpty {
      let cut = desk.folder + "/cut-\(cuts.count)"
      if try desk.freeze(to: cut) { cuts.append(cut) }
    }
    for cut in cuts { try check(cut, desk, asked: size) }
  }

  private func check(_ folder: String, _ desk: Desk, asked size: Int) throws {
    let vault = try Vault(opening: folder, pins: folder + "/pins", now: desk.clock.now)
    let lead = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    let verdict = try vault.verifyLog(as: lead)
    #expect(verdict.findings == [])
    let isErased = try vault.store.look { tx throws(VaultError) in
      try tx.storedFile(desk.shared) == nil
    }
    let values = try? vault.read([TestTable.name], of: desk.shared, for: nil, as: lead)
    #expect(isErased == (values == nil))
    #expect(try vault.store.look { tx throws(VaultError) in try tx.pending() } == [])
  }

  // MARK: What the dead command owed

  private func died(
    _ desk: Desk, _ part: ErasedPart?, as handle: String = "social"
  ) throws -> [FinishedErasure] {
    if let part { try desk.eraseAndDie(part) } else { try desk.eraseAndDie(desk.shared) }
    return try desk.finish(handle)
  }

  /// Whoever comes next looks through the files, and has the receipt.
  @Test(arguments: [nil, ErasedPart.fieldClass(.identity), .history(TestTable.name)])
  func theNextHasTheReceipt(_ part: ErasedPart?) throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let finished = try died(desk, part)
    let found = try #require(finished.first)
    #expect(finished.count == 1 && found.failed == nil)
    #expect(found.erasure.part == part && found.erasure.tally.values > 0)
    #expect(
      found.erasure.searched.files.contains("custody.db") && found.erasure.searched.left == [])
    let entry = try desk.entries()[found.erasure.entry]
    #expect(entry.act == Act.caseErase && entry.by == found.erasure.approval)
    #expect(entry.ref == found.erasure.asked && entry.gen == found.erasure.generation)
    #expect(try desk.finish("lead") == [])
    try desk.expectSound()
  }

  /// A copy of custody from before lies there: it holds the key, also where custody was done with it.
  @Test(arguments: [true, false]) func theNextIsLoud(isCustodyDone: Bool) throws {
    let desk = try Desk()
    let copy = desk.path + "/custody.bak"
    try FileManager.default.copyItem(atPath: desk.custody, toPath: copy)
    try desk.eraseAndDie(desk.shared)
    if isCustodyDone { try desk.sweepAndDie() }
    let found = try #require(try desk.finish("social").first)
    #expect(found.erasure.searched.left == ["custody.bak"])
    let failed = try desk.entries()[try #require(found.failed)]
    #expect(failed.act == Act.caseErase && failed.out == .failed)
    #expect(failed.ref == found.erasure.entry)
    // Told once, as by the command itself.
    #expect(try desk.finish("lead") == [])
    try FileManager.default.removeItem(atPath: copy)
    try desk.expectSound()
  }

  /// A note that no entry states has nobody look for anything.
  @Test func aNoteThatWasMadeUp() throws {
    let desk = try Desk()
    let done = try desk.erase(desk.shared)
    let note = ErasureNote(seq: done.entry, done.tally, [], []).encoded
    try desk.tamper(
      sql: "INSERT INTO audit_note(hash,sealed) VALUES(?,?)",
      [Data(Digest.of(note).bytes), Data(note)])
    #expect(try desk.finish("lead") == [])
  }

  // MARK: Planted

  private func look(_ desk: Desk) throws {
    try desk.act("lead") { vault, session in _ = try vault.list(as: session) { _, _ in } }
  }

  /// An emptied row that names another case's erasure has custody destroy nothing.
  @Test func aRowThatNamesAnothersErasure() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.fresh)
    let done = try desk.erase(desk.shared)
    try desk.tamper(
      sql: "UPDATE file SET operations=x'',seq=? WHERE key=?", [done.entry, file])
    try desk.tamper(
      sql: "INSERT INTO pending(gen,file,below) VALUES(?,?,9)", [done.generation, file])
    #expect(throws: VaultError.pendingAltered) { try look(desk) }
    for table in ["kk", "rec"] {
      #expect(try desk.rows(of: file, in: table, of: desk.custody) == 1)
    }
  }

  /// An entry that only asks for it destroys nothing either.
  @Test func anAskDestroysNothing() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    let asked = try desk.askErasure(of: desk.shared)
    try desk.tamper(sql: "UPDATE file SET operations=x'',seq=? WHERE key=?", [asked, file])
    try desk.tamper(sql: "INSERT INTO pending(gen,file,below) VALUES(0,?,9)", [file])
    #expect(throws: VaultError.pendingAltered) { try look(desk) }
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 1)
    #expect(try !Vault.examine(desk.path).findings.isEmpty)
  }

  // MARK: Old copies

  /// The whole old records file beside today's custody: nobody opens anything of the case, and it is named.
  @Test func anOldCopyBringsNothingBack() throws {
    let desk = try Desk()
    let copy = desk.folder + "/records-before"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    try desk.erase(desk.shared)
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: copy, toPath: desk.records)
    // A client that was there sees it at once.
    desk.expectRolledBack { try desk.visit("deputy") }
    let found = try Vault.examine(desk.path).findings
    #expect(found.map(\.code) == ["custody.ahead", "case.key"])
    for handle in ["lead", "deputy", "social", "health", "duty", "intake"] {
      try? FileManager.default.removeItem(atPath: desk.pins(handle))
      for field in [TestTable.name, TestTable.injuries, TestTable.status] {
        #expect(throws: VaultError.self) { try desk.read(handle, [field], of: desk.shared) }
      }
    }
    // Nor of another, before two people say that they go on with records that are older than custody.
    #expect(throws: VaultError.recordsBehindCustody) {
      try desk.read("lead", [TestTable.name], of: desk.fresh)
    }
    #expect(throws: VaultError.recordsBehindCustody) { try desk.verify() }
  }

  /// Its rows put back by hand, one table after another, are not taken for the case.
  @Test func whatIsPutBackIsSeen() throws {
    let desk = try Desk()
    let (file, old) = (try desk.key(of: desk.shared), desk.folder + "/old")
    try FileManager.default.copyItem(atPath: desk.records, toPath: old)
    let key = try desk.inspect(desk.custody) { db in
      try Row.fetchOne(db, sql: "SELECT id,key FROM rec WHERE file=?", arguments: [file])
    }
    try desk.erase(desk.shared)
    try desk.tamper { db in
      try db.execute(sql: "ATTACH ? AS old", arguments: [old])
      try db.execute(
        sql: "INSERT INTO file SELECT * FROM old.file WHERE key=?", arguments: [file])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.key"])
    // With the key of its pseudonym too.
    let kept = try #require(key)
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO rec VALUES(?,?,?)", arguments: [file, kept["id"], kept["key"]])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.older"])
  }
}
