import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

extension EntryTableTests {
  /// Backed up and restored: done, refused, and what came to nothing, in both logs.
  @Test func everyEntryOfARestoreIsAsThePageSays() throws {
    let desk = try Desk()
    #expect(throws: VaultError.self) { try desk.backUp(by: "social") }
    try desk.backUp()
    try desk.erase(desk.shared)
    #expect(throws: VaultError.self) {
      try desk.restoreBeside(desk.plan(by: "social"), by: "social")
    }
    #expect(throws: VaultError.self) { try desk.restoreBeside(desk.plan()) }
    try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    try mend(desk)
    let today = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "vault.backup custodyrecords ok", "vault.backup custodyrecords denied",
      "vault.restore  ok", "vault.restore  failed", "vault.restore  denied",
      "recovery.run keysmodespartspendingtree ok", "recovery.run  denied",
      "audit.verify doctorpin ok",
    ] { #expect(today.contains(act), "\(act)") }
    try desk.moveIn()
    let restored = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "vault.restore custodyrecords ok", "vault.accept  ok", "case.erase restore ok",
    ] { #expect(restored.contains(act), "\(act)") }
  }

  /// With custody that destroyed the key of a case: which was left behind is told by the log that is restored.
  @Test func everyEntryOfALeftCaseIsAsThePageSays() throws {
    let desk = try Desk()
    try desk.backUp()
    try desk.erase(.fieldClass(.clinical))
    try desk.restoreBeside(
      desk.plan { plan in
        (plan.custody, plan.acceptsRollback, plan.acceptsGaps) = (desk.custody, true, true)
      })
    try desk.moveIn()
    let restored = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    #expect(restored.contains("vault.restore gap ok"))
  }

  /// A hash beside an entry is set right.
  private func mend(_ desk: Desk) throws {
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=7")
    }
    #expect(throws: VaultError.self) {
      try desk.act("lead") { vault, session in _ = try vault.repair(as: session) }
    }
    try desk.act("admin") { vault, session in
      _ = try vault.beginCheckup(as: session)
      _ = try vault.repair(as: session)
    }
  }
}
