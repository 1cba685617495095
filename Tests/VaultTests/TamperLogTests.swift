import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Entries changed, taken out, doubled, exchanged and signed anew in the closed file.
@Suite struct TamperLogTests {
  private func expectBroken(
    _ desk: Desk, at seq: Int?, _ code: String? = nil, _ handle: String = "lead",
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_leaf") ?? 0
    }
    let verdict = try desk.vault(handle).examineBrokenLog()
    let finding = try #require(verdict.findings.first, sourceLocation: place)
    if let seq { #expect(finding.subject == .entry(seq), sourceLocation: place) }
    if let code { #expect(finding.code == code, sourceLocation: place) }
    // A machine without a pin reads the whole log before it signs anything.
    try FileManager.default.removeItem(atPath: desk.pins(handle))
    #expect(throws: VaultError.self, sourceLocation: place) {
      try desk.read(handle, [TestTable.name], of: desk.shared)
    }
    let after = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_leaf") ?? 0
    }
    #expect(after == size, sourceLocation: place)
  }

  /// The first entry of an act, from the middle of the log.
  private func entry(_ desk: Desk, _ act: String) throws -> Int {
    try #require(try desk.entries().first { $0.act == act }?.seq)
  }

  @Test func anEntryEdited() throws {
    let desk = try Desk()
    let seq = try entry(desk, Act.assignAdd)
    try desk.tamperLog { db in
      let leaf = try #require(
        try Data.fetchOne(db, sql: "SELECT leaf FROM audit_leaf WHERE idx=?", arguments: [seq]))
      let text = try #require(String(data: leaf, encoding: .utf8))
      let changed = text.replacingOccurrences(
        of: "\"role\":\"lead\"", with: "\"role\":\"duty\"")
      #expect(changed != text)
      try db.execute(
        sql: "UPDATE audit_leaf SET leaf=? WHERE idx=?", arguments: [Data(changed.utf8), seq])
    }
    // Who rests on that entry is refused; the others only learn it from verification.
    #expect(throws: VaultError.logBroken(at: seq)) {
      try desk.read("lead", [TestTable.name], of: desk.shared)
    }
    #expect(throws: VaultError.logBroken(at: seq)) {
      try desk.act("auditor") { vault, session in
        try vault.log(from: seq, limit: 1, as: session) { _ in Issue.record("shown") }
      }
    }
    try expectBroken(desk, at: seq, "signer.signature")
  }

  @Test func anEntryDeleted() throws {
    let desk = try Desk()
    let seq = try entry(desk, Act.assignAdd)
    try desk.tamperLog { db in
      try db.execute(sql: "DELETE FROM audit_leaf WHERE idx=?", arguments: [seq])
    }
    try expectBroken(desk, at: seq, "chain.missing")
  }

  @Test func theNewestEntryDeleted() throws {
    let desk = try Desk()
    let last = try desk.entries().count - 1
    try desk.tamperLog { db in
      try db.execute(sql: "DELETE FROM audit_leaf WHERE idx=?", arguments: [last])
    }
    try expectBroken(desk, at: last, "chain.missing")
  }

  @Test func theLogCutOff() throws {
    let desk = try Desk()
    let seq = try entry(desk, Act.assignAdd)
    try desk.tamperLog { db in
      try db.execute(sql: "DELETE FROM audit_leaf WHERE idx>=?", arguments: [seq])
    }
    try expectBroken(desk, at: seq, "chain.missing")
  }

  @Test func anEntryDoubled() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try desk.tamperLog { db in
      try db.execute(
        sql: "INSERT INTO audit_leaf SELECT ?,leaf,hash FROM audit_leaf WHERE idx=?",
        arguments: [size, size - 1])
    }
    try expectBroken(desk, at: size)
  }

  @Test func twoEntriesExchanged() throws {
    let desk = try Desk()
    let seq = try entry(desk, Act.recordCreate)
    try desk.tamperLog { db in
      for (from, to) in [(seq, -1), (seq + 1, seq), (-1, seq + 1)] {
        try db.execute(sql: "UPDATE audit_leaf SET idx=? WHERE idx=?", arguments: [to, from])
      }
    }
    try expectBroken(desk, at: seq, "chain.seq")
  }

  /// An entry taken out of the middle, the tree built anew and its head signed with the log key that
  /// lies in custody and with the forger's own: a verifier of the tree alone says yes.
  @Test func anEntryTakenOutAndTheHeadSignedAnew() throws {
    let desk = try Desk()
    let seq = try entry(desk, Act.assignAdd)
    try desk.resign { $0.remove(at: seq) }
    try expectBroken(desk, at: seq, "chain.seq")
  }

  /// The newest entries dropped and the head signed anew: nothing inside the file can show that; the
  /// pins of those who had seen them do.
  @Test func theTailDroppedAndTheHeadSignedAnew() throws {
    let desk = try Desk()
    try desk.read("social", [TestTable.name], of: desk.shared)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    try desk.resign { $0.removeLast() }
    #expect(try desk.vault("social").examineBrokenLog().findings == [])
    desk.expectRolledBack {
      _ = try desk.read("lead", [TestTable.name], of: desk.shared)
    }
    // Who had not seen it goes on.
    #expect(try desk.read("social", [TestTable.name], of: desk.shared).count == 1)
    // And then the leads' log is no beginning of this one.
    #expect(throws: VaultError.self) {
      try desk.read("lead", [TestTable.name], of: desk.shared)
    }
  }

  @Test func theHeadReplaced() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let old = try desk.inspect { db in
      try #require(try Row.fetchOne(db, sql: "SELECT * FROM audit_head"))
    }
    try desk.write("social", TestTable.phone, "+84", to: desk.shared)
    try desk.tamper(
      sql: "UPDATE audit_head SET size=?,frontier=?,note=?",
      [old["size"] as Int, old["frontier"] as Data, old["note"] as Data])
    // Social saw more than that; a machine without a pin sees rows beyond the head.
    desk.expectRolledBack {
      _ = try desk.read("social", [TestTable.name], of: desk.shared)
    }
    try expectBroken(desk, at: size, "head.size")
  }

  /// A refused head must stay refused in the same process.
  @Test func aForgedNoteIsRefusedAgain() throws {
    let desk = try Desk()
    try desk.tamper { db in
      var note = try #require(try Data.fetchOne(db, sql: "SELECT note FROM audit_head"))
      // Inside the base64 of the log's signature line.
      let place = note.count - 120
      note[place] = note[place] == 0x41 ? 0x42 : 0x41
      try db.execute(sql: "UPDATE audit_head SET note=?", arguments: [note])
    }
    let vault = try desk.vault("lead")
    for _ in 0..<2 {
      #expect(throws: VaultError.self) {
        _ = try vault.unlock("lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
      }
      #expect(throws: VaultError.self) {
        try vault.store.look { tx throws(VaultError) in try vault.catchUp(tx) }
      }
    }
  }

  /// A full tile is only a help: what it says is held against the root.
  @Test func aTileAltered() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      for _ in 0..<140 { _ = try vault.logStatus(as: session) }
    }
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
    try desk.tamper { db in
      var tile = try #require(try Data.fetchOne(db, sql: "SELECT hashes FROM audit_tile"))
      for place in stride(from: 0, to: tile.count, by: 32) { tile[place] ^= 1 }
      try db.execute(sql: "UPDATE audit_tile SET hashes=?", arguments: [tile])
    }
    #expect(throws: VaultError.self) {
      try desk.read("lead", [TestTable.name], of: desk.shared)
    }
  }

  /// The entries are as they were: who cannot prove one is told whose hash is wrong.
  @Test func aStoredHashAltered() throws {
    let desk = try Desk()
    let given = try entry(desk, Act.assignAdd)
    let seq = try #require(try desk.entries().first { $0.act == Act.memberEnrol }?.seq)
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=?", arguments: [seq])
    }
    #expect(given != seq)
    #expect(throws: VaultError.logBroken(at: seq)) {
      try desk.read("social", [TestTable.name], of: desk.shared)
    }
    let finding = LogFinding(subject: .entry(seq), code: "stored.hash")
    #expect(try desk.verify().findings == [finding])
  }

  @Test(arguments: [
    ("UPDATE audit_tile SET hashes=zeroblob(8192)", 0),
    ("UPDATE audit_tile SET hashes=substr(hashes,1,1600)||zeroblob(6592)", 50),
    ("UPDATE audit_tile SET hashes=x'00'", 0),
    ("DELETE FROM audit_tile", 0),
    ("UPDATE audit_tile SET hashes=zeroblob(32) WHERE level=1", 0),
    ("UPDATE audit_tile SET hashes=zeroblob(64) WHERE level=1", 0),
    ("INSERT INTO audit_tile VALUES(1,1,zeroblob(32))", 0),
    ("INSERT INTO audit_tile VALUES(0,1,zeroblob(8192))", 256),
  ]) func aTileIsNamed(_ sql: String, _ entry: Int) throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      for _ in 0..<140 { _ = try vault.logStatus(as: session) }
    }
    let cast = sql.replacingOccurrences(
      of: "substr(hashes,1,1600)||zeroblob(6592)",
      with: "CAST(substr(hashes,1,1600)||zeroblob(6592) AS BLOB)")
    try desk.tamper(sql: cast)
    let finding = LogFinding(subject: .entry(entry), code: "stored.tile")
    #expect(try desk.vault("lead").examineBrokenLog().findings == [finding])
  }

  @Test func theFrontierAltered() throws {
    let desk = try Desk()
    let last = try desk.entries().count - 1
    try desk.tamper { db in
      var bytes = try #require(try Data.fetchOne(db, sql: "SELECT frontier FROM audit_head"))
      bytes[bytes.count - 1] ^= 1
      try db.execute(sql: "UPDATE audit_head SET frontier=?", arguments: [bytes])
    }
    // Every entry fits, and so does the head: no entry is to blame, and nothing is written.
    for handle in ["lead", "auditor"] {
      #expect(throws: VaultError.frontierAltered) { try desk.look(handle) }
    }
    #expect(try desk.entries().count == last + 1)
    let finding = LogFinding(subject: .entry(last), code: "stored.frontier")
    #expect(try desk.vault("lead").examineBrokenLog().findings == [finding])
  }

  /// Whoever knows the head has nothing to hash: their next entry would write the frontier anew, and hide it.
  @Test func theFrontierAlteredUnderAHeadThatIsKnown() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    func catchUp() throws {
      try vault.store.look { tx throws(VaultError) in try vault.catchUp(tx) }
    }
    try catchUp()
    try desk.tamper(sql: "UPDATE audit_head SET frontier=zeroblob(length(frontier))")
    for _ in 0..<2 { #expect(throws: VaultError.frontierAltered) { try catchUp() } }
  }
}
