import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The numbers of a case's row, its keys and its people, altered by hand: refused at the next look, at
/// the next write and by every question that goes before them, each time with an entry.
@Suite struct TamperRowTests {
  private typealias Table = TestTable

  /// Refused, and the newest entry says so and is the one that is told.
  private func expectNoted(
    _ desk: Desk, _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let size = try desk.entries().count
    var told: Int?
    do { try body() } catch VaultError.altered(let entry) { told = entry }
    let last = try #require(try desk.entries().last, sourceLocation: place)
    #expect(last.seq >= size && last.seq == told, sourceLocation: place)
    #expect(last.out == .failed && last.why == .tampered, sourceLocation: place)
  }

  @Test(arguments: [
    "man=zeroblob(32)", "prev=zeroblob(32)", "seq=seq-1", "version=version+1", "writer=1",
    "revision=revision+1",
  ])
  func aNumberOfTheRow(_ change: String) throws {
    let desk = try Desk()
    try desk.write("social", Table.name, "Trần", to: desk.shared)
    let key = try desk.key(of: desk.shared)
    try desk.tamper(sql: "UPDATE file SET \(change) WHERE key=?", [key])
    // No field of the operations row is asked for.
    try expectNoted(desk) { try desk.read("lead", [Table.name], of: desk.shared) }
    try expectNoted(desk) { try desk.write("social", Table.name, "Lê", to: desk.shared) }
  }

  @Test func theManifestOfTheRowBeforeAnAssignment() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE file SET man=zeroblob(32)")
    try expectNoted(desk) {
      try desk.act("lead") { vault, session in
        _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
      }
    }
  }

  /// A record put under another kind would not be found where it is looked for.
  @Test(arguments: [Table.reception, 0x8001]) func theKindOfARecord(_ entity: UInt16) throws {
    let desk = try Desk()
    let record = try desk.record(Table.statement, of: desk.shared)
    try desk.tamper(
      sql: "UPDATE record SET entity=? WHERE key=?", [Int(entity), record])
    try expectNoted(desk) { try desk.read("social", [Table.story], of: desk.shared) }
  }

  @Test func theTableOfKeyVersions() throws {
    let desk = try Desk()
    let key = try desk.key(of: desk.shared)
    try desk.tamper(sql: "DELETE FROM class_key WHERE file=?", [key])
    try expectNoted(desk) { try desk.write("social", Table.name, "Trần", to: desk.shared) }
    // A depositor, who holds no version of the class.
    try expectNoted(desk) { try desk.write("social", Table.injuries, "x", to: desk.shared) }
  }

  /// The newest version taken out of the table and the one before no longer due: a former member holds
  /// that one.
  @Test func anOlderVersionMadeToCount() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.write("social", Table.name, "Trần", to: desk.shared)
    try desk.tamper { db in
      try db.execute(
        sql: "DELETE FROM class_key WHERE file=? AND class=2 AND version=2", arguments: [file])
      #expect(db.changesCount == 1)
      try db.execute(sql: "UPDATE class_key SET due=0 WHERE file=?", arguments: [file])
    }
    try expectNoted(desk) { try desk.write("social", Table.name, "Lê", to: desk.shared) }
  }

  // MARK: Questions that go before a look

  private func ask(_ desk: Desk) throws {
    try expectNoted(desk) {
      try desk.act("social") { vault, session in
        _ = try vault.mayRead(
          [Table.name], of: desk.shared, for: .careManagement, as: session)
      }
    }
    try expectNoted(desk) {
      try desk.act("social") { vault, session in
        _ = try vault.mayWrite([Table.name], to: desk.shared, as: session)
      }
    }
    try expectNoted(desk) { try desk.read("social", [Table.name], of: desk.shared) }
  }

  @Test func aForgedAssignment() throws {
    let desk = try Desk()
    try desk.tamper(
      sql: "INSERT INTO assignment VALUES(?,?,1,3,5,NULL)",
      [try desk.key(of: desk.shared), try desk.memberKey("second")])
    try ask(desk)
  }

  @Test func theKeyOfThePseudonym() throws {
    let desk = try Desk()
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "UPDATE rec SET key=zeroblob(32)")
    }
    try ask(desk)
  }

  // MARK: Handles

  @Test func theHandlesOfTwoMembersExchanged() throws {
    let desk = try Desk()
    let (duty, intake) = (try desk.memberKey("duty"), try desk.memberKey("intake"))
    try desk.tamper { db in
      let first = try Data.fetchOne(db, sql: "SELECT staff FROM member WHERE key=\(duty)")
      try db.execute(
        sql: "UPDATE member SET staff=(SELECT staff FROM member WHERE key=?) WHERE key=?",
        arguments: [intake, duty])
      try db.execute(
        sql: "UPDATE member SET staff=? WHERE key=?", arguments: [first, intake])
    }
    let size = try desk.entries().count
    let staff = try desk.act("lead") { vault, session in try vault.staff(as: session) }
    #expect(staff.count { $0.isAltered && $0.handle == nil } == 2)
    #expect(staff.count { !$0.isAltered && $0.handle != nil } == staff.count - 2)
    let noted = try desk.entries()[size...].last
    #expect(noted?.out == .failed && noted?.why == .tampered && noted?.ref == size)
    let findings = try desk.verify().findings
    #expect(findings.map(\.code) == ["staff.handle", "staff.handle"])
  }

  /// Sealed anew for the right member by somebody who holds the vault key, with another's name in it.
  @Test func aHandleSealedAnew() throws {
    let desk = try Desk()
    let key = try desk.memberKey("duty")
    try desk.act("intake") { vault, session in
      let keyring = session.keyring
      let duty = try vault.member(named: "duty")
      let sealed = try vault.store.look { tx throws(VaultError) in
        let handle = try keyring.officeKey(.vault, version: 1, tx, vault.custody)
        return try StaffSeal.seal(
          "intake", of: duty.identifier, writer: keyring.member, version: 1, under: handle,
          in: keyring.lasting, vault: vault.id)
      }
      try desk.tamper(sql: "UPDATE member SET staff=? WHERE key=?", [Data(sealed), key])
    }
    #expect(try desk.verify().findings.map(\.code) == ["staff.handle"])
  }
}
