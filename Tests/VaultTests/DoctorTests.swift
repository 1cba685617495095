import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Damage is found and named without anybody's key; what the log alone proves is set right with an entry,
/// and nothing else is touched.
@Suite struct DoctorTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func ailments() throws -> [String] {
    try Vault.checkup(at: desk.path).ailments.map(\.code)
  }

  /// Those that it says can be set right.
  private func mendable() throws -> [String] {
    let found = try Vault.checkup(at: desk.path).ailments
    return found.filter { $0.isMendable(among: found) }.map(\.code)
  }

  @discardableResult
  private func repair(_ handle: String = "admin") throws -> [Mended] {
    let unseen = try Vault.isShut(at: desk.path) ? Vault.mendUnseen(at: desk.path) : []
    return try desk.act(handle, passingOverPlanted: true) { vault, session in
      try vault.repair(after: unseen, as: session)
    }
  }

  /// Set right, and one entry for each kind.
  private func expectMended(
    _ kind: Mended.Kind, _ codes: [String], _ place: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try ailments() == codes, sourceLocation: place)
    #expect(try mendable() == codes, sourceLocation: place)
    let mended = try repair()
    #expect(mended.map(\.kind) == [kind], sourceLocation: place)
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.recoveryRun && last.kind == kind.rawValue, sourceLocation: place)
    #expect(mended.first?.entry == last.seq && last.n ?? 0 > 0, sourceLocation: place)
    #expect(try ailments() == [], sourceLocation: place)
    #expect(try desk.verify().findings == [], sourceLocation: place)
  }

  private func grow(to size: Int) throws {
    try desk.act("lead") { vault, session in
      while vault.size < size { _ = try vault.status(as: session) }
    }
  }

  @Test func nothingIsWrong() throws {
    #expect(try ailments() == [])
    let size = try desk.entries().count
    #expect(try repair() == [])
    #expect(try desk.entries().count == size)
    let entry = try desk.act("auditor") { vault, session in
      try vault.beginCheckup(as: session).entry
    }
    let stated = try desk.entries()[entry]
    #expect(stated.act == Act.auditVerify && stated.kind == "doctor")
  }

  // MARK: What the entries prove

  @Test func aStoredHash() throws {
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx IN (7,19)")
    }
    try expectMended(.tree, ["stored.hash"])
    // The trigger is there again.
    #expect(throws: (any Error).self) {
      try desk.tamper(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=7")
    }
  }

  @Test(arguments: [
    "UPDATE audit_tile SET hashes=zeroblob(8192) WHERE level=0",
    "DELETE FROM audit_tile WHERE level=0",
    "UPDATE audit_tile SET hashes=zeroblob(32) WHERE level=1",
    "INSERT INTO audit_tile VALUES(0,9,zeroblob(8192))",
    "INSERT INTO audit_tile VALUES(5,0,zeroblob(32))",
  ]) func aTile(_ sql: String) throws {
    try grow(to: 260)
    try desk.tamper(sql: sql)
    try expectMended(.tree, ["stored.tile"])
    _ = try desk.act("auditor") { vault, session in try vault.prove(3, as: session) }
  }

  /// Nobody can be unlocked before it is set right.
  @Test func theRowBesideTheHead() throws {
    try desk.tamper(sql: "UPDATE audit_head SET frontier=zeroblob(length(frontier))")
    // Who was there last and knows the head goes on; nobody else can.
    try desk.forgetPins()
    #expect(throws: VaultError.self) { try desk.visit("admin") }
    try expectMended(.tree, ["stored.frontier"])
  }

  @Test func aRowThatNoEntryAsksFor() throws {
    let file = try desk.key(of: desk.shared)
    try desk.tamper(sql: "INSERT INTO pending(gen,file,below) VALUES(0,?,99)", [file])
    #expect(throws: VaultError.pendingAltered) {
      try desk.act("admin") { vault, session in _ = try vault.status(as: session) }
    }
    #expect(try ailments() == ["pending.row", "unfinished"])
    #expect(try mendable() == ["pending.row"])
    // Whoever may not set it right leaves it as it was.
    let planted = try desk.inspect(desk.records) { db in
      try Row.fetchAll(db, sql: "SELECT gen,file,below FROM pending")
    }
    try desk.expectRefused(.role, Act.recoveryRun) { try repair("social") }
    #expect(try ailments() == ["pending.row", "unfinished"])
    let left = try desk.inspect(desk.records) { db in
      try Row.fetchAll(db, sql: "SELECT gen,file,below FROM pending")
    }
    #expect(left == planted && left.count == 1)
    // Nor does one that was killed before anybody signed for it, or after the unlocking.
    _ = try Vault.mendUnseen(at: desk.path)
    try desk.act("admin", passingOverPlanted: true) { vault, session in
      _ = try vault.status(as: session)
    }
    #expect(try ailments() == ["pending.row", "unfinished"])
    #expect(throws: VaultError.pendingAltered) {
      try desk.act("admin") { vault, session in _ = try vault.status(as: session) }
    }
    let mended = try repair()
    #expect(mended.map(\.kind) == [.pending] && mended[0].count == 1)
    #expect(try desk.entries().last?.kind == "pending")
    #expect(try ailments() == [])
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
  }

  @Test func keysOfAnErasedCase() throws {
    let keys = try desk.inspect(desk.custody) { db in
      try Row.fetchAll(db, sql: "SELECT file,id,key FROM rec")
    }
    let (file, erased) = (try desk.key(of: desk.shared), try desk.secrets(of: desk.shared))
    try desk.erase(desk.shared)
    let row = try #require(keys.first { $0["file"] == file })
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO rec VALUES(?,?,?)", arguments: [file, row["id"], row["key"]])
    }
    try expectMended(.keys, ["keys.erased"])
    for bytes in try desk.everyByte() {
      #expect(erased.allSatisfy { bytes.range(of: $0) == nil })
    }
  }

  /// A case of which a part was erased is none that was: its keys are not taken for left over, whatever
  /// records lie beside them.
  @Test func keysOfACaseThatIsErasedInPart() throws {
    try desk.erase(.fieldClass(.identity))
    let file = try desk.key(of: desk.shared)
    for table in ["file", "record", "pack", "class_key", "grant_list", "assignment"] {
      let column = table == "file" ? "key" : "file"
      try desk.tamper(sql: "DELETE FROM \(table) WHERE \(column)=?", [file])
    }
    #expect(try !ailments().contains("keys.erased"))
    let kept = try desk.rows(of: file, in: "kk", of: desk.custody)
    _ = try? repair()
    #expect(kept == 1)
    #expect(try desk.rows(of: file, in: "kk", of: desk.custody) == 1)
    #expect(try desk.rows(of: file, in: "rec", of: desk.custody) == 1)
  }

  @Test func permissions() throws {
    for (path, mode) in [(desk.records, 0o644), (desk.path, 0o755)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    try expectMended(.modes, ["modes"])
  }

  // MARK: What nothing proves

  /// Named, and left as it is.
  private func expectLeft(
    _ codes: [String], _ place: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try ailments() == codes, sourceLocation: place)
    #expect(try mendable() == [], sourceLocation: place)
    #expect(try repair() == [], sourceLocation: place)
    #expect(try ailments() == codes, sourceLocation: place)
  }

  @Test func aCaseWithoutItsKey() throws {
    let file = try desk.key(of: desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
    }
    let codes = try ailments()
    #expect(codes.count == 1 && codes[0].hasPrefix("case."))
    try expectLeft(codes)
  }

  @Test func keysOfNoCase() throws {
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "INSERT INTO kk VALUES(9999,1,randomblob(32))")
    }
    try expectLeft(["keys.nothing"])
  }

  @Test func aFieldThatWasAltered() throws {
    try desk.tamper(sql: "UPDATE field SET blob=zeroblob(length(blob)) WHERE id=201")
    let codes = try ailments()
    #expect(codes == ["case.altered", "case.altered"])
    try expectLeft(codes)
  }

  @Test func whatAKilledCommandLeft() throws {
    for path in [desk.path + "/x.safekeep-part", desk.path + ".aa.safekeep-part"] {
      try Data().write(to: URL(filePath: path))
    }
    try expectLeft(["files"])
    let beside = "../" + URL(filePath: desk.path).lastPathComponent + ".aa.safekeep-part"
    #expect(
      try Vault.checkup(at: desk.path).ailments == [.strangers(names: ["x.safekeep-part", beside])])
  }

  @Test func olderRecords() throws {
    let copy = desk.folder + "/older"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    try desk.erase(desk.shared)
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: copy, toPath: desk.records)
    #expect(try ailments() == ["custody.ahead", "case.key", "index.segments"])
    #expect(try mendable() == [])
    // Whoever remembers nothing is stopped by it too, and two people go on with what there is.
    try desk.forgetPins()
    let size = try desk.entries().count
    for handle in ["admin", "social", "auditor"] {
      #expect(throws: VaultError.recordsBehindCustody) { try desk.look(handle) }
    }
    #expect(try desk.entries().count == size)
    let asked = try desk.accepting("admin") { vault, session in
      try vault.askAcceptance(as: session).entry
    }
    #expect(throws: VaultError.recordsBehindCustody) { try desk.look("social") }
    let given = try desk.accepting("auditor") { vault, session in
      try vault.giveAcceptance(of: asked, as: session).entry
    }
    #expect(try desk.entries()[given].gen != nil)
    for handle in ["admin", "social", "auditor"] { try desk.look(handle) }
    #expect(try ailments() == ["case.key", "index.segments"])
  }

  /// An entry that was altered: whatever lies beside it is set right by nobody.
  @Test func aLogThatDoesNotVerify() throws {
    try desk.tamperLog { db in
      try db.execute(
        sql:
          "UPDATE audit_leaf SET leaf=CAST(replace(CAST(leaf AS TEXT),'\"t\":1','\"t\":2') AS BLOB) WHERE idx=20"
      )
    }
    try desk.tamper(sql: "UPDATE audit_head SET frontier=zeroblob(length(frontier))")
    let before = try Data(contentsOf: URL(filePath: desk.records))
    #expect(try !ailments().isEmpty)
    #expect(try mendable() == [], "nothing is promised that is not done")
    #expect(throws: VaultError.self) { try Vault.mendUnseen(at: desk.path) }
    #expect(try Data(contentsOf: URL(filePath: desk.records)) == before)
  }

  @Test func aPageThatIsGarbage() throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: desk.records))
    let size = try handle.seekToEnd()
    for page in stride(from: UInt64(8), to: size / 4_096, by: 3) {
      try handle.seek(toOffset: page * 4_096)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 512))
    }
    try handle.close()
    let codes = try ailments()
    #expect(codes.contains("damaged.records"))
    #expect(try mendable() == [])
  }

  // MARK: Who may

  @Test func nobodyElseMay() throws {
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=7")
    }
    for handle in ["lead", "auditor", "social"] {
      try desk.expectRefused(.role, Act.recoveryRun) { try repair(handle) }
    }
    #expect(try ailments() == ["stored.hash"])
    try desk.expectRefused(.role, Act.auditVerify) {
      try desk.act("social") { vault, session in _ = try vault.beginCheckup(as: session) }
    }
  }
}
