import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Breaking the glass: before, during and after the hour, alone and by two, and what is told of it.
@Suite struct EmergencyTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Sixty minutes (design, keys: "Break the glass"), written out: a longer one would be noticed here.
  private static let hour = 60 * 60_000

  // MARK: Vital: one duty officer

  @Test func beforeItNothingIsRead() throws {
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared, for: .emergencyTreatment)
    }
  }

  @Test func oneClassOfOneCaseOpensAtOnce() throws {
    let opened = try desk.breakGlass(.vital)
    #expect(opened.state == .inForce && opened.giver == nil)
    let stated = try #require(try desk.entries().last)
    #expect(
      stated.act == Act.emergencyOpen && stated.role == "duty" && stated.kind == "unconscious")
    #expect(stated.class == Int(FieldClass.vital.rawValue) && stated.note != nil)
    let seen = try desk.read("duty", [Table.allergies], of: desk.shared, for: .emergencyTreatment)
    #expect(seen == [Table.allergies: .text("penicillin")])
    let look = try #require(try desk.entries().last)
    #expect(look.act == Act.fieldRead && look.by == opened.entry && look.role == "duty")
    // Not the other class, not the other case, not for a colleague, not without saying what for.
    try desk.expectRefused(.fieldClass, Act.fieldRead) {
      try desk.read("duty", [Table.injuries], of: desk.shared)
    }
    try desk.expectRefused(.fieldClass, Act.fieldRead) {
      try desk.read("duty", [Table.name], of: desk.shared)
    }
    try desk.expectRefused(.purpose, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared, for: nil)
    }
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.fresh)
    }
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("night", [Table.allergies], of: desk.shared)
    }
    #expect(try desk.verify().findings == [])
  }

  /// The policy answers for a question that is asked before a look, as it does for the look.
  @Test func whatMayBeReadIsToldBefore() throws {
    try desk.breakGlass(.vital)
    try desk.act("duty") { vault, session in
      let fields: Set = [Table.allergies, Table.injuries, Table.status]
      let may = try vault.mayRead(fields, of: desk.shared, for: .emergencyTreatment, as: session)
      #expect(may == [Table.allergies])
    }
  }

  @Test func nothingIsWrittenByIt() throws {
    try desk.breakGlass(.vital)
    try desk.expectRefused(.notAssigned, Act.fieldWrite) {
      try desk.write("duty", Table.allergies, "penicillin, aspirin", to: desk.shared)
    }
  }

  @Test func afterAnHourItIsRefusedAsExpired() throws {
    try desk.breakGlass(.vital)
    desk.clock.move(by: Self.hour - 10_000)
    try desk.read("duty", [Table.allergies], of: desk.shared)
    desk.clock.move(by: 10_000)
    try desk.expectRefused(.expired, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    }
    // A clock that is set back lengthens nothing: no entry may be of before the newest.
    desk.clock.move(by: -Self.hour)
    try desk.expectRefused(.expired, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    }
    // Nor after what was done at the clock of then.
    desk.clock.move(by: -Self.hour + 300_000)
    for _ in 0..<3 {
      try desk.expectRefused(.expired, Act.fieldRead) {
        try desk.read("duty", [Table.allergies], of: desk.shared)
      }
    }
    desk.clock.move(by: Self.hour - 300_000)
    // What was never theirs is refused as it was.
    desk.clock.move(by: Self.hour)
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [Table.name], of: desk.shared)
    }
  }

  @Test func onceClosedItOpensNothing() throws {
    let opened = try desk.breakGlass(.vital)
    try desk.closeGlass(opened.entry)
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    }
    try desk.act("duty") { vault, session in
      desk.expectNoted(.nothingToDo) {
        _ = try vault.closeEmergency(opened.entry, as: session)
      }
    }
    #expect(try desk.verify().findings == [])
    // Its end taken back in the table: the entry is still there.
    try desk.tamper { db in
      try db.execute(
        sql: "UPDATE assignment SET ended=NULL WHERE since=?", arguments: [opened.entry])
      #expect(db.changesCount == 1)
    }
    #expect {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    } throws: { error in
      if case .altered = error as? VaultError { true } else { false }
    }
  }

  @Test func theSameIsNotOpenedTwice() throws {
    try desk.breakGlass(.vital)
    #expect(throws: VaultError.nothingToDo) { try desk.breakGlass(.vital) }
    #expect(try desk.breakGlass(.vital, by: "night").state == .inForce)
    try desk.read("night", [Table.allergies], of: desk.shared)
    desk.clock.move(by: Self.hour)
    #expect(try desk.breakGlass(.vital).state == .inForce)
    #expect(try desk.verify().findings == [])
  }

  // MARK: Who and what

  @Test(arguments: ["social", "lead", "health", "admin", "auditor", "intake"])
  func onlyADutyOfficerBreaksIt(_ handle: String) throws {
    try desk.expectRefused(.role, Act.emergencyOpen) { try desk.breakGlass(.vital, by: handle) }
  }

  @Test(arguments: FieldClass.allCases.filter { !Emergency.classes.contains($0) })
  func noOtherClass(_ fieldClass: FieldClass) throws {
    try desk.expectRefused(.fieldClass, Act.emergencyOpen) { try desk.breakGlass(fieldClass) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.class == Int(fieldClass.rawValue))
  }

  @Test func aCaseThatIsNobodysOpensToo() throws {
    let opened = try desk.breakGlass(.vital, of: desk.fresh)
    #expect(opened.state == .inForce)
    #expect(
      try desk.read("duty", [Table.allergies], of: desk.fresh) == [
        Table.allergies: .text("penicillin")
      ])
    let size = try desk.entries().count
    #expect(throws: VaultError.caseNotFound(entry: size)) {
      try desk.breakGlass(.vital, of: CaseID(.makeRandom()))
    }
    #expect(try desk.entries()[size].rec == nil)
  }

  // MARK: Clinical: two

  @Test func clinicalWaitsForASecondDutyOfficer() throws {
    let asked = try desk.breakGlass(.clinical)
    #expect(asked.state == .waiting)
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [Table.injuries], of: desk.shared)
    }
    try desk.act("night") { vault, session in
      let waiting = try vault.waitingApprovals(as: session).waiting
      #expect(waiting.map(\.kind) == [.emergency(.clinical)])
      #expect(waiting.map(\.entry) == [asked.entry] && waiting.map(\.asker) == ["duty"])
    }
    let given = try desk.giveGlass(asked.entry)
    #expect(given.emergency.state == .inForce && given.entry > asked.entry)
    #expect(
      try desk.read("duty", [Table.injuries], of: desk.shared) == [
        Table.injuries: .text("Bầm tím cổ tay")
      ])
    #expect(try desk.entries().last?.by == asked.entry)
    // Who gave it opens nothing by it.
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("night", [Table.injuries], of: desk.shared)
    }
    #expect(try desk.verify().findings == [])
  }

  @Test func nobodyGivesTheirOwnNorTwice() throws {
    let asked = try desk.breakGlass(.clinical).entry
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.giveGlass(asked, by: "duty")
    }
    try desk.expectRefused(.role, Act.approvalGive) { try desk.giveGlass(asked, by: "lead") }
    try desk.giveGlass(asked)
    try desk.expectRefused(.state, Act.approvalGive) { try desk.giveGlass(asked) }
    let alone = try desk.breakGlass(.vital).entry
    try desk.expectRefused(.state, Act.approvalGive) { try desk.giveGlass(alone) }
    desk.expectNoted(.nothingAsked) { try desk.giveGlass(3) }
    desk.expectNoted(.nothingAsked) { try desk.giveGlass(99_999) }
  }

  @Test func anHourAfterTheAskItIsNotGivenAnyMore() throws {
    let asked = try desk.breakGlass(.clinical).entry
    desk.clock.move(by: Self.hour)
    try desk.expectRefused(.expired, Act.approvalGive) { try desk.giveGlass(asked) }
    #expect(try desk.verify().findings == [])
  }

  @Test func theHourBeginsWhenItIsGiven() throws {
    let asked = try desk.breakGlass(.clinical).entry
    desk.clock.move(by: Self.hour - 60_000)
    try desk.giveGlass(asked)
    desk.clock.move(by: Self.hour - 60_000)
    try desk.read("duty", [Table.injuries], of: desk.shared)
    desk.clock.move(by: 60_000)
    try desk.expectRefused(.expired, Act.fieldRead) {
      try desk.read("duty", [Table.injuries], of: desk.shared)
    }
  }

  @Test func anAskThatWasTakenBackIsNotGiven() throws {
    let asked = try desk.breakGlass(.clinical).entry
    try desk.closeGlass(asked, by: "night")
    try desk.expectRefused(.state, Act.approvalGive) { try desk.giveGlass(asked) }
    #expect(try desk.verify().findings == [])
  }

  // MARK: Restrictions

  @Test func itBeatsARestriction() throws {
    try desk.restrict(Table.allergies, from: .healthStaff)
    try desk.restrict(Table.injuries, from: .healthStaff)
    try desk.visit("duty")
    try desk.act("duty") { vault, session in
      _ = try vault.assign("duty", to: desk.shared, owner: false, as: session)
    }
    try desk.expectRefused(.restricted, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    }
    let opened = try desk.breakGlass(.vital)
    #expect(
      try desk.read("duty", [Table.allergies], of: desk.shared) == [
        Table.allergies: .text("penicillin")
      ])
    #expect(try desk.entries().last?.by == opened.entry)
    try desk.expectRefused(.restricted, Act.fieldRead) {
      try desk.read("duty", [Table.injuries], of: desk.shared)
    }
  }

  /// Where the person named the duty officers themselves, none of them was given the key: the second wall
  /// stands, whatever the policy says.
  @Test func whatIsKeptFromDutyOfficersHasNoKeyForThem() throws {
    try desk.restrict(Table.allergies, from: .duty)
    try desk.visit("health")
    try desk.breakGlass(.vital)
    try desk.expectRefused(.restricted, Act.fieldRead) {
      try desk.read("duty", [Table.allergies], of: desk.shared)
    }
  }
}
