import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// The keys of a class that an emergency opened, once its hour is over and nobody has closed it.
@Suite struct EmergencyDueTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func newestKey(_ fieldClass: FieldClass) throws -> Int {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT max(version) FROM class_key WHERE file=? AND class=?",
        arguments: [file, Int(fieldClass.rawValue)]) ?? 0
    }
  }

  private func keysDue() throws -> Int {
    try desk.act("admin") { vault, session in try vault.keyStatus(as: session).caseKeysDue }
  }

  /// One that ran out and that nobody closed is as one that was closed: the next write is under another key.
  @Test func whatRanOutIsDueForAnotherKey() throws {
    try desk.write("health", Table.allergies, "trước", to: desk.shared)
    try desk.write("health", Table.injuries, "trước", to: desk.shared)
    let (before, due) = (try newestKey(.vital), try keysDue())
    try desk.breakGlass(.vital)
    try desk.write("health", Table.allergies, "trong giờ", to: desk.shared)
    #expect(try newestKey(.vital) == before)
    #expect(try keysDue() == due)
    desk.clock.move(by: Emergency.duration)
    #expect(try keysDue() == due + 1)
    try desk.write("health", Table.injuries, "nhóm khác", to: desk.shared)
    #expect(try newestKey(.vital) == before)
    #expect(try keysDue() == due + 1)
    try desk.write("health", Table.allergies, "sau giờ", to: desk.shared)
    #expect(try newestKey(.vital) == before + 1)
    #expect(try keysDue() == due)
    try desk.write("health", Table.allergies, "lần nữa", to: desk.shared)
    #expect(try newestKey(.vital) == before + 1)
    try desk.expectSound()
  }

  /// Nor does one that nobody gave make any key due: it opened nothing.
  @Test func whatWasNeverGivenMakesNothingDue() throws {
    let due = try keysDue()
    try desk.breakGlass(.clinical)
    desk.clock.move(by: Emergency.duration)
    #expect(try keysDue() == due)
  }

  // MARK: Over whatever the clock says

  /// Opened by a clock that was ahead: it opens nothing once that is put right, though its hour is far away, and the
  /// key is due for another.
  @Test func aClockThatWasAhead() throws {
    try desk.write("health", Table.allergies, "trước", to: desk.shared)
    let before = try newestKey(.vital)
    desk.clock.move(by: 10 * 86_400_000)
    let opened = try desk.breakGlass(.vital)
    try desk.read("duty", [Table.allergies], of: desk.shared)
    desk.clock.move(by: -10 * 86_400_000)
    for days in [0, 4, 10] {
      desk.clock.move(by: days * 86_400_000)
      try desk.expectRefused(.expired, Act.fieldRead) {
        try desk.read("duty", [Table.allergies], of: desk.shared)
      }
    }
    // Nor does its review come later for it.
    let due = try desk.act("social") { vault, session in
      try vault.toldEmergencies(as: session).map(\.reviewDue)
    }
    #expect(due.count == 1 && due[0] < opened.opened - 6 * 86_400_000)
    try desk.write("health", Table.allergies, "sau", to: desk.shared)
    #expect(try newestKey(.vital) == before + 1)
    try desk.reviewGlass(opened.entry)
    try desk.expectSound()
  }

  /// A clock that is corrected by a moment ends nothing.
  @Test func aClockThatIsCorrected() throws {
    try desk.breakGlass(.vital)
    desk.clock.move(by: -1_500)
    try desk.read("duty", [Table.allergies], of: desk.shared)
  }

  /// Who broke the glass and was suspended has it no more, and a lead reviews it.
  @Test func whoOpenedItHasLeft() throws {
    let opened = try desk.breakGlass(.vital)
    try desk.suspend("duty")
    let seen = try desk.act("lead") { vault, session in
      try vault.emergencies(of: desk.shared, as: session).map(\.state)
    }
    #expect(seen == [.ranOut])
    try desk.reviewGlass(opened.entry)
    try desk.expectSound()
  }

  // MARK: Being told

  private func told(_ handle: String) throws -> [Int] {
    try desk.act(handle) { vault, session in try vault.toldEmergencies(as: session).map(\.entry) }
  }

  private func status(_ handle: String) throws -> [Int] {
    try desk.act(handle) { vault, session in
      try vault.status(as: session).emergencies.map(\.emergency.entry)
    }
  }

  @Test func theOwnerIsToldWithoutLooking() throws {
    let opened = try desk.breakGlass(.vital).entry
    for handle in ["lead", "deputy", "social"] {
      #expect(try told(handle) == [opened] && status(handle) == [opened], "\(handle)")
    }
    for handle in ["health", "second", "auditor"] {
      #expect(try told(handle) == [] && status(handle) == [], "\(handle)")
    }
    try desk.closeGlass(opened)
    try desk.reviewGlass(opened)
    #expect(try told("social") == [] && told("lead") == [])
  }

  /// What it is at is what is in the way, and is said.
  @Test func theReasonIsItsOwn() throws {
    func expectState(_ state: Emergency.State, _ body: () throws -> Void) {
      #expect { try body() } throws: { error in
        if case VaultError.emergencyState(state, _) = error { true } else { false }
      }
    }
    let opened = try desk.breakGlass(.clinical).entry
    expectState(.waiting) { try desk.reviewGlass(opened) }
    try desk.giveGlass(opened)
    expectState(.inForce) { try desk.giveGlass(opened) }
    expectState(.inForce) { try desk.reviewGlass(opened) }
    try desk.closeGlass(opened)
    expectState(.closed) { try desk.giveGlass(opened) }
  }
}
