import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What only its owner opens is opened by whoever looks and holds it, by `log verify`, `vault doctor` and
/// `vault backup` alike; what others hold is counted.
@Suite struct KeyLookTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Whose batch, of which pack, and what a look of theirs calls it.
  struct Owner: Sendable, CustomTestStringConvertible {
    var handle: String
    var pack: String
    var principal: String
    var code: String
    var testDescription: String { "\(handle) \(code)" }
  }

  static let owners: [Owner] = [
    .init(
      handle: "lead", pack: "pack", principal: "kind=2 AND substr(principal.id,16,1)=x'01'",
      code: "case.batch"),
    .init(
      handle: "lead", pack: "office_pack", principal: "kind=1 AND principal.id=:member",
      code: "office.batch"),
    .init(
      handle: "admin", pack: "office_pack", principal: "kind=1 AND principal.id=:member",
      code: "office.batch"),
    .init(
      handle: "auditor", pack: "office_pack", principal: "kind=1 AND principal.id=:member",
      code: "office.batch"),
  ]

  /// The public key of the box, its tag, the hash of where it belongs, the key.
  static let places = [3, 40, 60, 100]

  private func member(_ handle: String) throws -> Data {
    try desk.act(handle) { _, session in Data(session.member.identifier.bytes) }
  }

  /// Every batch of somebody, or one byte of each.
  private func change(
    _ owner: Owner, _ body: (Database, Row) throws -> Void
  ) throws {
    let member = try member(owner.handle)
    try desk.tamper { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT batch.id,batch.principal,sealed FROM batch JOIN principal ON principal.key=principal \
          WHERE (\(owner.principal)) AND principal IN (SELECT principal FROM \(owner.pack)) \
          AND :member IS NOT NULL
          """, arguments: ["member": member])
      #expect(!rows.isEmpty)
      for row in rows { try body(db, row) }
    }
  }

  private func set(_ sealed: [UInt8], _ row: Row, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE batch SET sealed=? WHERE id=? AND principal=?",
      arguments: [Data(sealed), row[0] as Data, row[1] as Int])
    #expect(db.changesCount == 1)
  }

  private func flip(_ owner: Owner, at place: Int) throws {
    try change(owner) { db, row in
      var sealed = [UInt8](row[2] as Data)
      sealed[place] ^= 4
      try set(sealed, row, db)
    }
  }

  private func codes(by handle: String) throws -> (verify: [String], doctor: [String]) {
    try desk.act(handle) { vault, session in
      let verify = try vault.verifyLog(as: session).findings.map(\.code)
      let entry = try vault.beginCheckup(as: session).entry
      let found = try vault.checkup(after: entry, as: session).ailments
      return (verify, found.map(\.code))
    }
  }

  @Test(arguments: owners, places) func aFlippedBitIsNamed(_ owner: Owner, _ place: Int) throws {
    try flip(owner, at: place)
    let found = try codes(by: owner.handle)
    #expect(found.verify.contains(owner.code) && found.doctor.contains(owner.code), "\(found)")
    #expect(found.verify == found.doctor)
  }

  /// The keys of the health classes no lead holds: a duty officer looks.
  @Test func aDutyOfficerLooksAtTheirs() throws {
    let owner = Owner(
      handle: "night", pack: "pack", principal: "kind=2 AND substr(principal.id,16,1)=x'02'",
      code: "case.batch")
    func codes() throws -> [String] {
      try desk.act(owner.handle) { vault, session in
        let entry = try vault.beginCheckup(as: session).entry
        return try vault.checkup(after: entry, as: session).ailments.map(\.code)
      }
    }
    #expect(try codes() == [])
    try flip(owner, at: 60)
    #expect(try codes().contains(owner.code))
    let lead = try self.codes(by: "lead")
    #expect(lead.verify == [] && lead.doctor == [])
  }

  /// Sealed to the right key with the right place in it, and another key: only a wrap that it opens tells.
  @Test func aBatchThatSomebodySealedAnewIsNamed() throws {
    let owner = Self.owners[0]
    let box = try #require(
      try desk.act("lead") { vault, _ in
        vault.ledger.roster.epoch(of: .lead).map(\.box)
      })
    let vault = try desk.vault("lead").id
    try change(owner) { db, row in
      var arena = try KeyArena(capacity: 1)
      let batch = try #require(Identifier([UInt8](row[0] as Data)))
      let sealed = try BatchKey.seal(
        arena.makeRandom(), in: arena, vault: vault, batch: batch,
        to: StandingRole.lead.principal(epoch: 0), box)
      try set(sealed, row, db)
    }
    #expect(try codes(by: "lead").verify.contains("case.batch"))
  }

  /// What nobody but others could open is not called sound, and no older copy outdated.
  @Test func whatOthersHoldIsCounted() throws {
    func unlooked(_ handle: String) throws -> Unlooked {
      try desk.act(handle) { vault, session in
        let verdict = try vault.verifyLog(as: session)
        let entry = try vault.beginCheckup(as: session).entry
        let found = try vault.checkup(after: entry, as: session)
        #expect(verdict.findings == [] && found.ailments == [])
        #expect(verdict.unlooked == found.unlooked)
        return found.unlooked
      }
    }
    for handle in ["admin", "auditor"] {
      let unlooked = try unlooked(handle)
      #expect(unlooked.batches > 0 && unlooked.cases == 2 && unlooked.names == 0)
      #expect(unlooked.officeKeys == 2 && !unlooked.isHarmless)
    }
    // What is the health staff's no lead holds; what every lead does is looked at.
    let lead = try unlooked("lead")
    #expect(lead.batches > 0 && lead.cases == 2 && lead.officeKeys == 0 && lead.names == 0)
    #expect(try lead.batches < unlooked("admin").batches)
    let nobody = try Vault.checkup(at: desk.path)
    #expect(nobody.ailments == [] && nobody.unlooked.batches > lead.batches)
    #expect(nobody.unlooked.names == Desk.everyone.count && nobody.unlooked.cases == 2)
  }

  @Test func aBackupOutdatesNothingThatNobodyLookedAt() throws {
    let sound = try desk.backUp()
    #expect(sound.ailments == 0 && sound.unlooked.cases == 2 && !sound.outdatesOlder)
    #expect(try !desk.backUp([.records], "1").outdatesOlder)
    try flip(Self.owners[2], at: 60)
    #expect(try desk.backUp([.custody], "2").ailments == 1)
  }

  /// The class of each byte of a sealed name: the version of its key, nonce, text, tag.
  @Test(arguments: [0, 4, 12, 40, -1]) func aBackupSeesASealedName(_ place: Int) throws {
    let key = try desk.memberKey("social")
    try desk.tamper { db in
      let sealed = try #require(
        try Data.fetchOne(db, sql: "SELECT staff FROM member WHERE key=?", arguments: [key]))
      var bytes = [UInt8](sealed)
      bytes[place < 0 ? bytes.count + place : place] ^= 4
      try db.execute(
        sql: "UPDATE member SET staff=? WHERE key=?", arguments: [Data(bytes), key])
    }
    let made = try desk.backUp()
    #expect((made.ailments == 1 || made.unlooked.names == 1) && !made.outdatesOlder)
    #expect(try codes(by: "lead").doctor == codes(by: "lead").verify)
  }
}
