import AuditLog
import Testing

@testable import Vault

/// Whoever tries to end the access of somebody who is not there, or not so, leaves a trace.
struct StaffNotesTests {
  @Test func whoIsNotThereIsRefusedWithAnEntry() throws {
    let desk = try Desk()
    desk.expectNoted(.noSuchMember) {
      try desk.act("admin") { vault, session in _ = try vault.suspend("nobody", as: session) }
    }
    desk.expectNoted(.noSuchMember) {
      try desk.act("admin") { vault, session in _ = try vault.planLeaving(of: "nobody", as: session)
      }
    }
    desk.expectNoted(.roleNotGiven) {
      try desk.act("admin") { vault, session in
        _ = try vault.remove(.lead, from: "social", as: session)
      }
    }
    desk.expectNoted(.nothingToDo) {
      try desk.act("admin") { vault, session in
        _ = try vault.add(.socialWorker, to: "social", by: session)
      }
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.roleAdd && last.out == .denied && last.why == .state)
    try desk.expectSound()
  }

  /// Whether somebody is there is not told to whoever may not ask.
  @Test func whoMayNotHearsThatAlone() throws {
    let desk = try Desk()
    let thrown = #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in _ = try vault.suspend("nobody", as: session) }
    }
    guard case .denied = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(try desk.entries().last?.why == .role)
  }
}
