import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Wrong passphrases: who waits for them, and how long they are kept.
@Suite struct FailureTests {
  private func fail(_ desk: Desk, _ handle: String) {
    #expect(throws: VaultError.wrongPassphrase) {
      _ = try desk.vault(handle).unlock(
        handle, passphrase: TestOffice.secret("not the passphrase"))
    }
  }

  private func succeed(_ desk: Desk, _ handle: String) throws {
    _ = try desk.vault(handle).unlock(
      handle, passphrase: TestOffice.secret("correct horse of \(handle) 47"))
  }

  private func inbox(_ desk: Desk) throws -> Int {
    try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_inbox") ?? 0
    }
  }

  /// A code that opens no invitation has no key that could sign a refusal either.
  @Test func aCodeThatOpensNothingIsNoted() throws {
    let desk = try Desk()
    #expect(throws: VaultError.invitationUnknown) {
      _ = try desk.vault("newcomer").enrol(
        "newcomer", code: TestOffice.secret("no code at all"),
        passphrase: TestOffice.secret("correct horse of newcomer 47"))
    }
    #expect(try inbox(desk) == 1)
    try succeed(desk, "intake")
    let failures = try desk.entries().filter { $0.act == Act.authFail }
    #expect(failures.count == 1 && failures[0].out == .unattributed)
    #expect(failures[0].who == (try desk.vault("intake").custody.who("newcomer")))
  }

  /// Somebody else who unlocks takes the failures into the log; the wait of whoever guesses goes on.
  @Test func onlyTheirOwnSuccessEndsTheWait() throws {
    let desk = try Desk()
    for _ in 0..<4 { fail(desk, "social") }
    #expect(try desk.vault("social").delay(before: "social") == 2)
    try succeed(desk, "intake")
    #expect(try desk.entries().filter { $0.act == Act.authFail }.count == 4)
    #expect(try desk.vault("social").delay(before: "social") == 2)
    fail(desk, "social")
    try succeed(desk, "intake")
    // Each failure is one entry, however often the inbox was folded.
    #expect(try desk.entries().filter { $0.act == Act.authFail }.count == 5)
    #expect(try desk.vault("social").delay(before: "social") == 4)
    try succeed(desk, "social")
    #expect(try desk.vault("social").delay(before: "social") == 0)
    #expect(try inbox(desk) == 0)
    #expect(try desk.verify().findings == [])
  }

  /// What counts no more does not stay.
  @Test func theInboxIsEmptiedInTime() throws {
    let desk = try Desk()
    for _ in 0..<4 { fail(desk, "nobody") }
    try succeed(desk, "intake")
    #expect(try inbox(desk) == 4)
    desk.clock.move(by: 16 * 60 * 1000)
    try succeed(desk, "intake")
    #expect(try inbox(desk) == 0)
    #expect(try desk.entries().filter { $0.act == Act.authFail }.count == 4)
  }
}
