import Testing

@testable import Vault

extension EntryTableTests {
  /// New keys of a member's own, and of custody.
  private func renew(_ desk: Desk) throws {
    try desk.act("health") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try desk.act("admin") { vault, session in
      _ = try vault.admit("health", by: session)
      _ = try vault.rotateCustody(as: session)
      _ = try vault.keyStatus(as: session)
    }
    try desk.act("admin") { vault, session in
      #expect(throws: VaultError.self) { try vault.renewOwnKeys(as: session) }
    }
    try desk.give(.admin, to: "auditor")
    try desk.act("admin") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try refused(desk, "admin") { _ = try $0.admit("admin", by: $1) }
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.admin, from: "auditor", as: session)
    }
    try refused(desk, "social") { _ = try $0.rotateCustody(as: $1) }
    try refused(desk, "social") { _ = try $0.keyStatus(as: $1) }
    try desk.act("health") { _, _ in }
  }

  /// A further role, one taken back, a suspension; and all of it refused.
  func leave(_ desk: Desk) throws {
    try desk.act("admin") { vault, session in
      _ = try vault.add(.intake, to: "second", by: session)
      _ = try vault.remove(.intake, from: "second", as: session)
      let left = try vault.planLeaving(of: "deputy", as: session)
      _ = try vault.reach(of: "deputy", left, as: session) { _ in }
      _ = try vault.remove(.lead, from: "deputy", as: session)
    }
    try renew(desk)
    try desk.act("lead") { vault, session in
      let left = try vault.suspend("intake", compromised: true, as: session)
      _ = try vault.reach(of: "intake", left, as: session) { _ in }
    }
    #expect(throws: VaultError.self) { try desk.act("intake") { _, _ in } }
    try refused(desk, "social") { _ = try $0.suspend("health", as: $1) }
    try refused(desk, "lead") { _ = try $0.remove(.healthStaff, from: "health", as: $1) }
    try refused(desk, "lead") { _ = try $0.add(.duty, to: "health", by: $1) }
    try desk.act("admin") { vault, session in
      // Of two duty officers one may leave, the other not.
      _ = try vault.suspend("night", as: session)
      #expect(throws: VaultError.self) { try vault.add(.auditor, to: "health", by: session) }
      #expect(throws: VaultError.self) { try vault.suspend("duty", as: session) }
      #expect(throws: VaultError.self) { try vault.remove(.duty, from: "duty", as: session) }
    }
  }
}
