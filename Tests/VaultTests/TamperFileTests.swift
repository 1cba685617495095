import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Whole files exchanged or put back, schemas and tables of the vault altered.
@Suite struct TamperFileTests {
  private typealias Table = TestTable

  private func copy(_ desk: Desk, _ file: String) throws -> String {
    let kept = desk.folder + "/kept-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: file, toPath: kept)
    return kept
  }

  private func putBack(_ kept: String, to file: String) throws {
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.copyItem(atPath: kept, toPath: file)
  }

  private func handOver(_ desk: Desk) throws {
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.fresh, owner: true, as: session)
    }
  }

  // MARK: Custody

  @Test func olderCustodyPutBack() throws {
    let desk = try Desk()
    let kept = try copy(desk, desk.custody)
    try handOver(desk)
    try putBack(kept, to: desk.custody)
    let size = try desk.entries().count
    #expect(throws: VaultError.custodyBehindLog) {
      try desk.read("lead", [Table.name], of: desk.fresh)
    }
    #expect(try desk.entries().count == size)
  }

  @Test func custodyOfAnotherVault() throws {
    let desk = try Desk()
    let other = try TestOffice(crew: [])
    try putBack(other.path + "/custody.db", to: desk.custody)
    #expect(throws: VaultError.custodyOfAnotherVault) { try desk.vault("lead") }
    // The same with the number of this vault written into it: nothing opens and nobody is known.
    let id = try desk.inspect { db in try Data.fetchOne(db, sql: "SELECT id FROM vault") }
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "UPDATE custody SET vault=?,generation=99", arguments: [id])
    }
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.name], of: desk.shared) }
    try FileManager.default.removeItem(atPath: desk.custody)
    #expect(throws: VaultError.custodyMissing) { try desk.vault("lead") }
  }

  @Test func aKeyTakenOutOfCustody() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
    }
    let size = try desk.entries().count
    #expect(throws: VaultError.caseWithoutKey(entry: size + 1)) {
      try desk.read("lead", [Table.name], of: desk.shared)
    }
    #expect(try desk.entries().last?.why == .tampered)
    #expect(throws: VaultError.caseWithoutKey(entry: size + 2)) {
      try desk.write("social", Table.name, "Trần", to: desk.shared)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.key"])
  }

  /// Custody is not made to destroy a key in use by a row planted in the records.
  @Test(arguments: [(99, 1_000), (1, 1_000), (99, 1)])
  func pendingWorkPlanted(_ generation: Int, _ below: Int) throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(
      sql: "INSERT INTO pending(gen,file,below) VALUES(?,?,?)", [generation, file, below])
    #expect(throws: VaultError.pendingAltered) {
      try desk.read("lead", [Table.name], of: desk.shared)
    }
    let verdict = try Vault.examine(desk.path)
    #expect(verdict.findings.map(\.code) == ["pending.row"])
    #expect(verdict.cases == 2)
    try desk.tamper(sql: "DELETE FROM pending")
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
  }

  // MARK: Records

  /// What the verdict says is held by a pin is what the pin held before this command.
  @Test func theVerdictNamesThePin() throws {
    let desk = try Desk()
    try desk.verify()
    let size = try desk.entries().count
    try desk.write("social", Table.phone, "+84", to: desk.shared)
    #expect(try desk.verify().pinned == size)
    try FileManager.default.removeItem(atPath: desk.pins("auditor"))
    #expect(try desk.verify().pinned == nil)
  }

  @Test func olderRecordsPutBack() throws {
    let desk = try Desk()
    let kept = try copy(desk, desk.records)
    try desk.write("social", Table.phone, "+84", to: desk.shared)
    try putBack(kept, to: desk.records)
    desk.expectRolledBack {
      _ = try desk.read("social", [Table.name], of: desk.shared)
    }
    // Another machine without a pin works; it cannot know.
    try FileManager.default.removeItem(atPath: desk.pins("social"))
    #expect(try desk.read("social", [Table.name], of: desk.shared).count == 1)
  }

  /// The file was put back and somebody else wrote on: as long as before, but another log.
  @Test func aForkedLog() throws {
    let desk = try Desk()
    let kept = try copy(desk, desk.records)
    try desk.write("social", Table.phone, "+84", to: desk.shared)
    try putBack(kept, to: desk.records)
    for _ in 0..<3 { _ = try desk.read("lead", [Table.name], of: desk.shared) }
    #expect(throws: VaultError.self) { try desk.read("social", [Table.name], of: desk.shared) }
  }

  /// The count of a member's own entries in the pin is larger than the log's.
  @Test func ownEntriesWentBack() throws {
    let desk = try Desk()
    _ = try desk.read("social", [Table.name], of: desk.shared)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: desk.pins("social")).first)
    let path = desk.pins("social") + "/" + name
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    var pin = try #require(Pin(decoding: bytes))
    pin.sequence += 1
    try Data(pin.bytes).write(to: URL(filePath: path))
    desk.expectRolledBack {
      _ = try desk.read("social", [Table.name], of: desk.shared)
    }
    // Half a pin is a refusal and not a fresh start.
    try Data(bytes.dropLast()).write(to: URL(filePath: path))
    #expect(throws: VaultError.pinUnreadable) {
      try desk.read("social", [Table.name], of: desk.shared)
    }
  }

  /// A head may be kept by anybody; the count beside it is one member's.
  @Test func anotherMembersPinIsRefusedByName() throws {
    let desk = try Desk()
    func pin(_ handle: String) throws -> URL {
      try desk.look(handle)
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.pins(handle))
      return URL(filePath: desk.pins(handle) + "/" + (try #require(names.first)))
    }
    let (own, other) = (try pin("social"), try pin("lead"))
    let (mine, theirs) = (try Data(contentsOf: own), try Data(contentsOf: other))
    let size = try desk.entries().count
    try theirs.write(to: own)
    #expect(throws: VaultError.pinOfAnother) { try desk.look("social") }
    #expect(try desk.entries().count == size && Data(contentsOf: own) == theirs)
    try mine.write(to: own)
    try desk.look("social")
    // The forms before did not say whose they are: they are read as their name has it, and replaced.
    let now = try Data(contentsOf: own)
    let rest = now.dropFirst(15 + 32).dropLast(32)
    let first = Data("safekeep/pin/1\n".utf8) + rest
    let second = Data("safekeep/pin/2\n".utf8) + rest
    for former in [first, second + Data(Digest.of([UInt8](second)).bytes)] {
      try former.write(to: own)
      try desk.look("social")
      #expect(try Data(contentsOf: own).starts(with: Data("safekeep/pin/3\n".utf8)))
    }
  }

  /// Another vault in the place of ours, with our member's bundle and slot carried over: bundle and slot
  /// are sealed to the vault they are for.
  @Test func aWhollyReplacedVault() throws {
    let desk = try Desk()
    let other = try TestOffice(crew: [])
    let mine = try desk.inspect { db in
      try Row.fetchAll(
        db, sql: "SELECT m.bundle,s.slot FROM member m JOIN slot s ON s.member=m.key")
    }
    for file in ["records.db", "custody.db"] {
      try putBack(other.path + "/" + file, to: desk.path + "/" + file)
    }
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.name], of: desk.shared) }
    for row in mine.prefix(3) {
      try desk.tamper { db in
        try db.execute(sql: "UPDATE member SET bundle=?", arguments: [row["bundle"] as Data])
        try db.execute(sql: "UPDATE slot SET slot=?", arguments: [row["slot"] as Data])
      }
      #expect(throws: VaultError.wrongPassphrase) {
        let vault = try desk.vault("lead")
        _ = try vault.unlock("lead", passphrase: other.passphrase("lead"))
      }
    }
  }

  // MARK: Members

  /// A bundle put in another's place is sealed to its member.
  @Test func bundlesExchanged() throws {
    let desk = try Desk()
    let (lead, social) = (try desk.memberKey("lead"), try desk.memberKey("social"))
    try desk.tamper(
      sql: "UPDATE member SET bundle=(SELECT bundle FROM member WHERE key=?) WHERE key=?",
      [social, lead])
    // A key that was kept could be of who had the handle before: with the passphrase it shows.
    #expect(throws: VaultError.locked) { try desk.visit("lead") }
    let phrase = try TestOffice.secret("correct horse of lead 47")
    let vault = try desk.vault("lead")
    #expect(throws: VaultError.wrongVault) { _ = try vault.unlock("lead", passphrase: phrase) }
  }

  @Test func handlesExchanged() throws {
    let desk = try Desk()
    let (lead, social) = (try desk.memberKey("lead"), try desk.memberKey("social"))
    try desk.tamper { db in
      let seals = try [lead, social].map {
        try Data.fetchOne(db, sql: "SELECT staff FROM member WHERE key=?", arguments: [$0])
      }
      for (seal, key) in zip(seals, [social, lead]) {
        try db.execute(sql: "UPDATE member SET staff=? WHERE key=?", arguments: [seal, key])
      }
    }
    try desk.act("duty") { vault, session in
      let staff = try vault.staff(as: session)
      #expect(staff.filter { $0.handle == nil }.count == 2)
      #expect(!staff.contains { $0.handle == "lead" || $0.handle == "social" })
      #expect(staff.contains { $0.handle == "health" })
    }
  }

  // MARK: The schema and the rules

  @Test(arguments: [
    "UPDATE field_rule SET class=2 WHERE id=301", "UPDATE field_rule SET readers=4095",
    "UPDATE field_rule SET writers=4095 WHERE id=201", "DELETE FROM field_rule WHERE id=202",
  ])
  func theFieldTableAltered(_ sql: String) throws {
    let desk = try Desk()
    try desk.tamper(sql: sql)
    let size = try desk.entries().count
    for handle in ["intake", "lead"] {
      #expect(throws: VaultError.schemaAltered) {
        try desk.read(handle, [Table.name], of: desk.fresh)
      }
    }
    #expect(throws: VaultError.schemaAltered) {
      let vault = try desk.vault("lead")
      _ = try vault.unlock("lead", passphrase: TestOffice.secret("correct horse of lead 47"))
    }
    #expect(try desk.entries().count == size)
  }

  @Test func aRuleFileAltered() throws {
    let desk = try Desk()
    let count = try desk.act("lead") { vault, session in
      _ = try vault.logStatus(as: session)
      return try vault.ruleFiles().count
    }
    #expect(count == 1)
    try desk.tamper(sql: "UPDATE rule_file SET bytes=x'62'")
    #expect(throws: VaultError.schemaAltered) {
      try desk.act("lead") { vault, session in
        _ = try vault.logStatus(as: session)
        return try vault.ruleFiles()
      }
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON audit_leaf BEGIN DELETE FROM pending; END",
    "CREATE VIEW v AS SELECT * FROM field", "CREATE TABLE more(a)",
    "DROP TRIGGER audit_leaf_stays", "CREATE INDEX i ON field(blob)",
  ])
  func theSchemaAltered(_ sql: String) throws {
    let desk = try Desk()
    try desk.tamper { db in try db.execute(sql: sql) }
    #expect(throws: VaultError.schemaAltered) { try desk.vault("lead") }
  }

  @Test func otherFilesAndFormats() throws {
    let desk = try Desk()
    try desk.tamper { db in try db.execute(sql: "PRAGMA user_version=\(Schema.format + 1)") }
    #expect(throws: VaultError.newerFormat(found: Vault.newestFormat + 1)) {
      try desk.vault("lead")
    }
    try desk.tamper { db in try db.execute(sql: "PRAGMA application_id=7") }
    #expect(throws: VaultError.noDatabase) { try desk.vault("lead") }
    try Data("not a database, but a text that is long enough".utf8)
      .write(to: URL(filePath: desk.records))
    #expect(throws: VaultError.noDatabase) { try desk.vault("lead") }
  }
}
