import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// An entry, a stored hash, a tile or the head that somebody touched, below what a client remembers: each command that
/// reads so far down names the first entry that does not fit, and nothing is made of it.
@Suite struct LogDamageTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Everybody here remembers the log as it is now: a command reads no entry before that of itself.
  private func remember() throws {
    for handle in ["auditor", "lead", "admin"] { try desk.look(handle) }
  }

  private func spoilHash(_ place: Int) throws {
    try desk.tamperLog { db in
      try db.execute(
        sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=?", arguments: [place])
    }
  }

  private func spoilHead() throws {
    try desk.tamper { db in
      var note = try #require(try Data.fetchOne(db, sql: "SELECT note FROM audit_head"))
      // Inside the base64 of the log's signature line.
      let place = note.count - 120
      note[place] = note[place] == 0x41 ? 0x42 : 0x41
      try db.execute(sql: "UPDATE audit_head SET note=?", arguments: [note])
    }
  }

  // MARK: Entries

  /// An entry that reads as one, with another signature under it.
  @Test func anEntryThatWasForgedIsExportedByNobody() throws {
    try remember()
    try desk.tamperLog { db in
      var leaf = try #require(
        try Data.fetchOne(db, sql: "SELECT leaf FROM audit_leaf WHERE idx=7"))
      let place = leaf.count - 10
      leaf[place] = leaf[place] == 0x41 ? 0x42 : 0x41
      try db.execute(sql: "UPDATE audit_leaf SET leaf=? WHERE idx=7", arguments: [leaf])
    }
    #expect(throws: VaultError.logBroken(at: 7)) {
      try desk.act("auditor") { vault, session in
        _ = try vault.exportLog(
          to: desk.folder + "/export", from: 0, withHandles: false, as: session
        ) { _ in }
      }
    }
    // Without its list nobody takes it for an export.
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/export/manifest"))
  }

  @Test func anEntryThatIsNoneEndsAReport() throws {
    try desk.suspend("second")
    try remember()
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET leaf=x'00' WHERE idx=7")
    }
    #expect(throws: VaultError.logBroken(at: 7)) {
      try desk.act("admin") { vault, session in
        let left = try vault.planLeaving(of: "social", as: session)
        _ = try vault.reach(of: "social", left, as: session) { _ in Issue.record("told") }
      }
    }
  }

  /// Which vault it is the file says beside the log, too; where it says that nowhere, there is none.
  @Test func theFirstEntryThatIsNone() throws {
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET leaf=x'00' WHERE idx=0")
    }
    let found = try Vault.examine(desk.path).findings
    #expect(found.first?.subject == .entry(0) && found.first?.code != "storage.log")
    try desk.tamper(sql: "DELETE FROM vault")
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["storage.log"])
  }

  // MARK: What is stored beside them

  /// Heads that somebody kept are held against the log by its stored hashes.
  @Test func aStoredHashUnderAHeadThatWasKept() throws {
    let book = try desk.act("lead") { vault, session in try vault.pin(into: nil, as: session) }.file
    try remember()
    try spoilHash(7)
    #expect(throws: VaultError.logBroken(at: 7)) {
      try desk.act("lead") { vault, session in _ = try vault.pin(into: book, as: session) }
    }
  }

  /// A tile that the log is not long enough for: no entry has another hash than is stored, and yet no proof holds.
  @Test func aTileBeyondTheEnd() throws {
    try desk.act("lead") { vault, session in
      for _ in 0..<140 { _ = try vault.logStatus(as: session) }
    }
    try remember()
    try desk.tamper(sql: "INSERT INTO audit_tile VALUES(0,1,zeroblob(8192))")
    let size = try desk.entries().count
    #expect(size > 260 && size < 512)
    #expect(throws: VaultError.logBroken(at: 256)) {
      try desk.act("auditor") { vault, session in _ = try vault.prove(258, as: session) }
    }
  }

  /// What a witness signed cannot be shown to be of this log; that is said once, of the entry.
  @Test func aStoredHashUnderAHeadThatAWitnessSigned() throws {
    try desk.cosign()
    try spoilHash(7)
    let finding = LogFinding(subject: .entry(7), code: "stored.hash")
    #expect(try Vault.examine(desk.path).findings == [finding])
  }

  /// Records of a vault whose custody is lost are taken as they are, and not as somebody altered them.
  @Test func recordsOfWhichAHashWasAlteredAreNotRestored() throws {
    try desk.backUp([.custody])
    try spoilHash(7)
    try desk.forgetPins()
    #expect(throws: VaultError.logBroken(at: 7)) {
      try desk.restore(desk.plan { $0.records = desk.records })
    }
    try desk.expectNothingRestored()
  }

  // MARK: The head

  /// Everything fits but the signatures under the head: nobody is to blame but who wrote there last.
  @Test func aHeadThatNobodySignedIsNamed() throws {
    let size = try desk.entries().count
    try spoilHead()
    let verdict = try desk.vault("lead").examineBrokenLog()
    #expect(verdict.findings.map(\.subject) == [.entry(size)])
    #expect(verdict.checkpoint == "" && verdict.size == size)
  }

  private func mend() throws -> [Mended] {
    let vault = try desk.vault("admin")
    return try vault.store.transaction { tx throws(VaultError) in
      try Mending(origin: vault.origin, custody: vault.custody, tx: tx).run()
    }
  }

  /// Nothing is set right by entries that no head holds.
  @Test func underSuchAHeadNothingIsMended() throws {
    let size = try desk.entries().count
    try spoilHash(7)
    try spoilHead()
    #expect(throws: VaultError.logBroken(at: size)) { try mend() }
    let hash = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT hash FROM audit_leaf WHERE idx=7")
    }
    #expect(hash == Data(count: 32))
  }

  /// Destruction that no entry asks for is not done; whichever generation it names.
  @Test func whatNobodyHasDestroyedIsDropped() throws {
    let file = try desk.key(of: desk.shared)
    let generation = try desk.act("lead") { vault, session in
      try vault.status(as: session).generation
    }
    for number in [1, generation, generation + 1] {
      try desk.tamper(
        sql: "INSERT INTO pending(gen,file,below) VALUES(?,?,1000)", [number, file])
    }
    #expect(try mend() == [Mended(kind: .pending, count: 3)])
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
  }

  /// What an entry has destroyed waits for the next act of anybody, and is no fault.
  @Test func whatAnEntryHasDestroyedStays() throws {
    try desk.eraseAndDie(desk.shared)
    #expect(try mend() == [])
    let waiting = try desk.inspect { try Int.fetchOne($0, sql: "SELECT count(*) FROM pending") }
    #expect(waiting ?? 0 > 0)
    try desk.look("lead")
    #expect(try desk.verify().findings == [])
  }

  /// What the entries prove can be mended, and is told as such.
  @Test func whatTheEntriesProveIsMendable() {
    let codes = Ailment.provedFindings
    #expect(codes.contains("stored.hash") && codes.contains("pending.row"))
    for code in codes {
      let ailment = Ailment.finding(LogFinding(subject: .entry(7), code: code))
      #expect(ailment.isMendable(among: []), "\(code)")
    }
  }
}
