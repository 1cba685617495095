import AuditLog
import Testing

@testable import Vault

/// What was taken from somebody after the backup is theirs again in what is restored: it is counted and named, so that
/// it is taken again.
@Suite struct RestoreTakenTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func remove(_ role: Role, from handle: String) throws {
    try desk.act("admin") { vault, session in
      _ = try vault.remove(role, from: handle, as: session)
    }
  }

  private func restored() throws -> Restored {
    try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
  }

  private func role(_ role: Role, of handle: String) -> TakenSince {
    TakenSince(handle: handle, what: .role(role))
  }

  @Test func rolesAreNamed() throws {
    try desk.give(.intake, to: "social")
    try desk.backUp()
    try remove(.socialWorker, from: "social")
    try remove(.lead, from: "deputy")
    let restored = try restored()
    #expect(restored.taken == [role(.lead, of: "deputy"), role(.socialWorker, of: "social")])
    #expect(restored.suspended == 0 && !restored.isUntold)
    // It is so: they read again what they read then.
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("social", [TestTable.name], of: desk.shared).count == 1)
  }

  /// An export of the newer log tells the same.
  @Test func byAnExport() throws {
    try desk.backUp()
    try remove(.lead, from: "deputy")
    try desk.act("auditor") { vault, session in
      _ = try vault.exportLog(
        to: desk.folder + "/export", from: 0, withHandles: false, as: session
      ) { _ in }
    }
    let restored = try desk.restore(
      desk.plan { ($0.newer, $0.acceptsRollback) = (desk.folder + "/export", true) })
    #expect(restored.taken == [role(.lead, of: "deputy")])
  }

  /// One that they have again by now was not lost; one that waited and was taken back waits here again.
  @Test func asItIsAtTheEndOfTheNewerLog() throws {
    try desk.act("admin") { vault, session in
      _ = try vault.add(.intake, to: "second", by: session)
    }
    try desk.backUp()
    try remove(.intake, from: "second")
    try remove(.lead, from: "deputy")
    try desk.give(.lead, to: "deputy")
    try desk.give(.intake, to: "social")
    #expect(try restored().taken == [role(.intake, of: "second")])
  }

  /// Their keys of before sign again, also of whom the newer log knows by other keys only.
  @Test func keysOfBefore() throws {
    try desk.backUp()
    for handle in ["social", "second"] {
      try desk.act(handle) { vault, session in _ = try vault.renewOwnKeys(as: session) }
      try desk.act("admin") { vault, session in _ = try vault.admit(handle, by: session) }
    }
    try desk.suspend("second", compromised: true)
    try desk.suspend("health")
    let restored = try restored()
    #expect(
      restored.taken == [
        TakenSince(handle: "health", what: .membership(isCompromised: false)),
        TakenSince(handle: "second", what: .membership(isCompromised: true)),
        TakenSince(handle: "social", what: .keys),
      ])
    #expect(restored.suspended == 2)
  }

  /// What a person had done for them is counted by the case.
  @Test func restrictionsAndConsents() throws {
    try desk.backUp()
    try desk.restrict(TestTable.name, from: .healthStaff)
    try desk.restrict(TestTable.phone, from: .healthStaff)
    try desk.act("social") { vault, session in
      let change = RecordChange(
        .sole, entity: TestTable.statement, fields: [TestTable.story: .text("no more")])
      let writing = CaseWriting(.consentWithdraw, records: [change])
      _ = try vault.write(writing, to: desk.shared, as: session)
    }
    let restored = try restored()
    #expect(restored.restricted == 1 && restored.withdrawn == 1 && restored.taken == [])
  }

  /// Nobody would review it there, and what is restored verifies all the same: no entry of it says anything of them.
  @Test(arguments: [false, true]) func emergencies(_ isAskedBefore: Bool) throws {
    try desk.breakGlass(.vital)
    // Asked before, given after.
    let asked = isAskedBefore ? try desk.breakGlass(.clinical).entry : nil
    try desk.backUp()
    try desk.giveGlass(asked ?? desk.breakGlass(.clinical).entry)
    try desk.breakGlass(.clinical, of: desk.fresh)
    let restored = try restored()
    #expect(restored.emergencies == 1 && restored.findings == 0)
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    #expect(try Vault.examine(desk.path).findings.isEmpty)
  }

  /// Whoever was taken off a case after the backup, and whose case went to somebody else, has it again: they are named
  /// with the number of cases; who has it again by now, or left, is not.
  @Test func casesThatWereTaken() throws {
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
    }
    try desk.backUp()
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("second", from: desk.shared, as: session)
      _ = try vault.assign("second", to: desk.fresh, owner: true, as: session)
      _ = try vault.assign("second", to: desk.shared, owner: true, as: session)
      _ = try vault.unassign("health", from: desk.shared, as: session)
    }
    try desk.suspend("health")
    let restored = try restored()
    #expect(
      restored.taken == [
        TakenSince(handle: "health", what: .membership(isCompromised: false)),
        TakenSince(handle: "intake", what: .cases(1)),
        TakenSince(handle: "social", what: .cases(1)),
      ])
    #expect(restored.reopened == 2)
    // It is so.
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.read("social", [TestTable.name], of: desk.shared).count == 1)
  }

  /// Nothing newer is left: who restores remembers who was a member. What was done in the cases nothing tells, which is
  /// said; and what only others open was not looked at.
  @Test func whatNobodyTells() throws {
    try desk.backUp()
    try remove(.lead, from: "deputy")
    try desk.suspend("social", compromised: true)
    try desk.look("admin")
    let alone = try desk.restore(desk.plan { $0.acceptsRollback = true })
    #expect(alone.isUntold && alone.suspended == 1)
    #expect(
      alone.taken == [
        role(.lead, of: "deputy"),
        TakenSince(handle: "social", what: .membership(isCompromised: true)),
      ])
    #expect(alone.unlooked.batches > 0 && !alone.unlooked.isHarmless)
    try desk.forgetPins()
    let unknown = try desk.restore(desk.plan { $0.place = desk.folder + "/restored-2" })
    #expect(unknown.isUntold && unknown.suspended == nil && unknown.taken == [])
  }
}
