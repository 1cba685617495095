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
}
