import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What waits out of sight is told of, asked for anew where nobody asks any more, and out of sight in what is restored.
@Suite struct RetractionToldTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func told(
    _ handle: String, for purpose: Purpose? = .careManagement
  ) throws -> [HiddenRecord] {
    try desk.act(handle) { vault, session in
      try vault.outOfSight(of: desk.shared, for: purpose, as: session)
    }
  }

  /// Nobody who opens a class in an emergency takes silence for "there is none".
  @Test func inAnEmergencyItIsNamed() throws {
    let asked = try desk.retract(Table.health)
    #expect(try told("duty", for: .emergencyTreatment) == [])
    _ = try desk.breakGlass(.vital)
    for (handle, purpose) in [("duty", Purpose.emergencyTreatment), ("lead", .careManagement)] {
      let found = try told(handle, for: purpose)
      #expect(found.map(\.kind) == [Table.health] && found.map(\.entry) == [asked], "\(handle)")
      #expect(found.map(\.isAsked) == [true])
    }
    #expect(try told("duty", for: nil) == [])
    try desk.leave(asked)
    #expect(try told("duty", for: .emergencyTreatment) == [])
    try desk.expectSound()
  }

  @Test func whatIsDestroyedIsNotNamed() throws {
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    #expect(try told("lead") == [])
  }

  /// Nobody agrees to what somebody asked for who has left: a lead asks anew, and what waited before waits no more.
  @Test func whoAskedHasLeft() throws {
    let record = try desk.name(of: Table.identity)
    let first = try desk.retract(Table.identity)
    #expect(try told("lead").map(\.isAsked) == [true])
    try desk.suspend("social")
    #expect(try told("lead").map(\.isAsked) == [false])
    try desk.expectRefused(.suspended, Act.approvalGive) {
      try desk.erase(desk.shared, asked: first)
    }
    let second = try desk.retract(Table.identity, record, by: "lead", replacing: first)
    #expect(try desk.entries()[second].ref == first)
    let found = try told("lead")
    #expect(found.map(\.entry) == [second] && found.map(\.isAsked) == [true])
    #expect(throws: VaultError.nothingAsked) { try desk.leave(first) }
    try desk.expectSound()
    try desk.erase(desk.shared, asked: second)
    #expect(try desk.versions(Table.name) == [])
    try desk.expectSound()
  }

  // MARK: Restored

  /// What was taken back after the backup and waits is shown to nobody in what is restored either.
  @Test func whatWaitsThereIsOutOfSightHere() throws {
    try desk.rename(desk.shared, "Tran Thi Nham")
    try desk.backUp()
    try desk.retract(Table.identity)
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.hidden == 1 && restored.parts == 0 && restored.findings == 0)
    let again = try #require(
      try desk.restoredEntries().last { $0.act == Act.caseRetract && $0.kind == "restore" })
    #expect(again.gen == nil && again.man != nil && again.item != nil)
    #expect(again.ref == restored.entry && again.role == "admin")
    try desk.moveIn()
    try desk.forgetPins()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("lead", [Table.name], of: desk.shared) == [:])
    #expect(try desk.find("Tran Thi Nham") == [])
    let found = try told("lead")
    #expect(found.map(\.entry) == [again.seq] && found.map(\.isAsked) == [false])
    try desk.expectSound()
    let anew = try desk.retract(Table.identity, replacing: again.seq)
    try desk.leave(anew)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func whatWasRefusedThereIsInSightHere() throws {
    try desk.backUp()
    try desk.leave(try desk.retract(Table.identity))
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.hidden == 0 && restored.findings == 0)
  }

  /// A record that somebody put out of sight by hand: it is told of, and no entry asks for it.
  @Test func whatNoEntryTookOutOfSight() throws {
    let asked = try desk.retract(Table.statement)
    try desk.tamper(
      sql: "UPDATE record SET entity=entity+? WHERE key=?",
      [Int(Retraction.kind), try desk.record(Table.identity, of: desk.shared)])
    let found = try told("lead")
    #expect(found.map(\.kind).sorted() == [Table.identity, Table.statement])
    #expect(found.first { $0.kind == Table.statement }?.entry == asked)
    #expect(found.first { $0.kind == Table.identity }?.entry == nil)
    #expect(found.first { $0.kind == Table.identity }?.isAsked == false)
  }
}
