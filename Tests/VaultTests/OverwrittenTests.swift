import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What a field was sealed in before it was restricted is in the file no more, wherever SQLite had left a copy of it: who
/// held the key of before holds it still.
@Suite struct OverwrittenTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func seals(of field: FieldID) throws -> [Data] {
    try desk.blobs(of: Table.identity, field)
  }

  private func isLeft(_ seal: Data) throws -> Bool {
    try desk.everyByte().contains { $0.range(of: seal) != nil }
  }

  private func notes() throws -> Int {
    try desk.inspect { db in
      try #require(
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM audit_note WHERE substr(sealed,1,15)=?",
          arguments: [Data("safekeep/scan/2".utf8)]))
    }
  }

  @Test func aForgottenSealIsTakenAway() throws {
    let seal = try #require(try seals(of: Table.phone).first)
    try desk.forget(seal)
    let set = try desk.restrict(Table.phone, from: .lead)
    #expect(try !isLeft(seal))
    #expect(set.leftover == nil)
    #expect(try notes() == 0)
    #expect(try desk.entries()[set.entry].note != nil)
    try desk.expectSound()
  }

  /// Lifted, nothing of it is left under the restricted key either.
  @Test func soIsOneOfBeforeItIsLifted() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    let seal = try #require(try seals(of: Table.phone).first)
    try desk.forget(seal)
    #expect(try desk.lift(set.record).leftover == nil)
    #expect(try !isLeft(seal))
    try desk.expectSound()
  }

  /// Where who restricted it does not hold it, the next command of a holder seals it anew.
  @Test func soIsOneThatTheNextHolderOverwrites() throws {
    let seal = try #require(try desk.blobs(of: Table.health, Table.injuries).first)
    try desk.forget(seal)
    #expect(try !desk.restrict(Table.injuries, from: .healthStaff).isSealed)
    #expect(try isLeft(seal))
    try desk.visit("duty")
    #expect(try !isLeft(seal))
    #expect(try notes() == 0)
    try desk.expectSound()
  }

  /// Whoever restricted it was killed before anybody looked.
  @Test func theNextLooksInThePlaceOfWhoDied() throws {
    let seal = try #require(try seals(of: Table.phone).first)
    try desk.forget(seal)
    try desk.act("social") { vault, session in
      let values: [FieldID: FieldValue] = [
        Table.restrictedField: .text("f202"), Table.excludedRole: .text("lead"),
      ]
      _ = try vault.act(as: session) { context throws(VaultError) -> Ruling<Restricted> in
        try CaseWriter(context, desk.shared).restrict(Table.phone, from: .lead, values)
      }
    }
    #expect(try isLeft(seal))
    #expect(try notes() == 1)
    try desk.visit("duty")
    #expect(try !isLeft(seal))
    #expect(try notes() == 0)
    try desk.expectSound()
  }

  /// A copy that is no forgotten one stays, and is loud.
  @Test func oneThatStaysIsLoud() throws {
    let seal = try #require(try seals(of: Table.phone).first)
    try desk.tamper(sql: "INSERT INTO audit_note(hash,sealed) VALUES(x'00',?)", [seal])
    let set = try desk.restrict(Table.phone, from: .lead)
    let last = try #require(try desk.entries().last)
    #expect(last.seq == set.leftover && last.act == Act.fieldReseal && last.out == .failed)
    #expect(last.ref == set.entry && last.why == .state)
    #expect(throws: Never.self) { try desk.visit("lead") }
  }

  /// What nobody's entry states has nobody look for anything.
  @Test func aPlantedNoteIsNone() throws {
    let seal = try #require(try seals(of: Table.phone).first)
    let set = try desk.restrict(Table.name, from: .police)
    let note = ResealNote(
      seq: set.entry, [ByteImprint(start: 1, hash: Digest.of([UInt8](seal)))]
    ).encoded
    try desk.tamper(
      sql: "INSERT INTO audit_note(hash,sealed) VALUES(?,?)",
      [Data(Digest.of(note).bytes), Data(note)])
    let size = try desk.entries().count
    try desk.visit("lead")
    #expect(try notes() == 1)
    #expect(try !desk.entries()[size...].contains { $0.act == Act.fieldReseal })
  }
}
