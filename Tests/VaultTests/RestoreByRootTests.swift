import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// The administrator, or the auditor, of the backup's day is gone: two trustees of then let somebody in by two shares of
/// the root seed, and a rollback still takes two people.
@Suite struct RestoreByRootTests {
  private let desk: Desk
  private let shares: [String]

  init() throws {
    desk = try Desk(hasTrustees: true)
    shares = Array(Desk.shares(on: desk.sheets.root).dropFirst())
    try desk.backUp()
    // Everybody of today remembers more than the backup has.
    for handle in ["admin", "lead", "auditor", "trustee", "trustee2"] { try desk.look(handle) }
  }

  private func plan(by handle: String = "trustee") -> RestorePlan {
    desk.plan(by: handle) { $0.acceptsRollback = true }
  }

  @discardableResult
  private func restore(
    by handle: String = "trustee", with shares: [String]? = nil
  ) throws -> Restored {
    let restoration = try Restoration(plan(by: handle), now: desk.clock.now)
    let vault = restoration.vault
    let session = try vault.unlock(
      handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
    try restoration.checkShares(as: session)
    return try restoration.finish(
      as: session, with: desk.read(shares ?? self.shares, for: .root, vault, session))
  }

  private func invite(_ handle: String, by trustee: String = "trustee") throws -> String {
    try desk.accepting(trustee) { vault, session in
      let shares = try desk.read(self.shares, for: .root, vault, session)
      return TestOffice.text(
        try vault.inviteByRoot(handle, as: .auditor, with: shares, by: session).code)
    }
  }

  private func enrol(_ handle: String, _ code: String) throws -> Enrolling {
    try desk.vault(handle).enrol(
      handle, code: TestOffice.secret(code), passphrase: desk.passphrase(handle))
  }

  @discardableResult
  private func admit(_ handle: String, by trustee: String = "trustee2") throws -> Int {
    try desk.accepting(trustee) { vault, session in
      let shares = try desk.read(self.shares, for: .root, vault, session)
      return try vault.admitByRoot(handle, as: .auditor, with: shares, by: session).entry
    }
  }

  private func give(_ seq: Int, by handle: String) throws {
    let vault = try desk.vault(handle)
    vault.acceptsRollback = true
    let session = try vault.unlock(handle, passphrase: desk.passphrase(handle))
    _ = try vault.giveAcceptance(of: seq, as: session)
  }

  // MARK: No administrator of the backup's day

  @Test func aTrusteeRestores() throws {
    let restored = try restore()
    let entries = try desk.restoredEntries()
    let asked = entries[restored.acceptance]
    #expect(asked.act == Act.vaultAccept && asked.actor == entries[0].actor && asked.sid == nil)
    let run = entries[restored.acceptance - 1]
    #expect(run.act == Act.recoveryRun && run.kind == "root" && run.role == "trustee")
    #expect(asked.subj == run.actor && run.grole == nil)
    let stated = entries.filter { $0.act == Act.vaultRestore }
    #expect(stated.map(\.kind) == ["records", "custody"])
    #expect(stated.allSatisfy { $0.role == "trustee" && $0.actor == run.actor })
    #expect(!restored.lacksAuditor)
    try desk.moveIn()
    // Nobody is let in by it, and nobody's pin is thrown away.
    for handle in ["admin", "lead", "trustee"] {
      #expect(throws: VaultError.self) { try desk.look(handle) }
    }
    try desk.giveRestore(restored.acceptance)
    for handle in ["admin", "lead", "auditor", "trustee"] { try desk.look(handle) }
    #expect(try desk.verify().findings == [])
    #expect(try Vault.examine(desk.path).findings == [])
  }

  /// Beside a vault of today: its log tells who tried, by what.
  @Test func besideTheVaultOfToday() throws {
    let restored = try desk.act("trustee") { vault, session in
      try vault.restore(
        plan(), as: session, with: desk.read(shares, for: .root, vault, session))
    }
    let told = try desk.entries().suffix(2)
    #expect(told.map(\.act) == [Act.recoveryRun, Act.vaultRestore])
    #expect(told.allSatisfy { $0.role == "trustee" })
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.verify().findings == [])
  }

  /// One who keeps none of then, one share, the wrong ones, or none.
  @Test func whoRestoresNothing() throws {
    for handle in ["lead", "social", "auditor"] {
      #expect(throws: VaultError.backup(.notAdministrator)) { try restore(by: handle) }
      try desk.expectNothingRestored()
    }
    let recovery = Array(Desk.shares(on: desk.sheets.recovery).prefix(2))
    for (brought, fault) in [
      (recovery, ShareFault.otherSeed), ([shares[0]], .tooFew),
      ([shares[0], shares[0]], .duplicate),
    ] {
      #expect(throws: VaultError.share(fault)) { try restore(with: brought) }
      try desk.expectNothingRestored()
    }
    #expect(throws: VaultError.backup(.notAdministrator)) { try desk.restore(plan()) }
    try desk.expectNothingRestored()
  }

  /// Somebody who came after the backup is nobody in it, whatever they are today.
  @Test func whoCameSince() throws {
    try desk.bring("keeper", as: .admin)
    try desk.act("trustee") { vault, session in _ = try vault.admit("keeper", by: session) }
    desk.expectNoted(.backup(.notAdministrator)) {
      try desk.actNew("keeper") { vault, session in
        _ = try vault.restore(plan(by: "keeper"), as: session)
      }
    }
    try desk.expectNothingRestored()
  }

  /// Who restored is no second person for it: an auditor who keeps a share too.
  @Test func whoRestoredDoesNotGiveIt() throws {
    try desk.act("admin") { vault, session in
      _ = try vault.add(.auditor, to: "trustee", by: session)
    }
    try desk.act("lead") { vault, session in _ = try vault.admit("trustee", by: session) }
    try desk.backUp(BackupKind.allCases, "-later")
    let restoration = try Restoration(
      desk.plan("-later", by: "trustee") { $0.acceptsRollback = true }, now: desk.clock.now)
    let session = try restoration.vault.unlock(
      "trustee", bundleKey: desk.bundleKey("trustee"), sid: "0123456789abcdef")
    let restored = try restoration.finish(
      as: session, with: desk.read(shares, for: .root, restoration.vault, session))
    try desk.moveIn()
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.accepting("trustee") { vault, session in
        _ = try vault.giveAcceptance(of: restored.acceptance, as: session)
      }
    }
    try desk.giveRestore(restored.acceptance)
    #expect(try desk.verify().findings == [])
  }

  /// Cases that custody has no key of count as left behind by a trustee's word too, once it is given.
  @Test func casesWithoutKeys() throws {
    try desk.erase(.fieldClass(.clinical))
    let restoration = try Restoration(
      desk.plan(by: "trustee") { plan in
        (plan.custody, plan.acceptsRollback, plan.acceptsGaps) = (desk.custody, true, true)
      }, now: desk.clock.now)
    let session = try restoration.vault.unlock(
      "trustee", bundleKey: desk.bundleKey("trustee"), sid: "0123456789abcdef")
    let restored = try restoration.finish(
      as: session, with: desk.read(shares, for: .root, restoration.vault, session))
    #expect(restored.gaps == 1)
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    let verdict = try desk.verify()
    #expect(verdict.findings == [] && verdict.gaps.map(\.code) == ["case.gap"])
  }

  // MARK: No auditor of the backup's day

  @Test func trusteesBringAnAuditorIn() throws {
    // Today's auditor, whose client remembers more, and who is nobody in the backup.
    try desk.bring("checker", as: .auditor)
    try desk.act("lead") { vault, session in _ = try vault.admit("checker", by: session) }
    try desk.actNew("checker") { vault, session in _ = try vault.status(as: session) }
    try desk.suspend("auditor")
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.lacksAuditor)
    try desk.moveIn()
    let size = try desk.entries().count
    let code = try invite("checker")
    #expect(try desk.entries().suffix(2).map(\.act) == [Act.recoveryRun, Act.memberInvite])
    #expect(try enrol("checker", code).byRoot == .auditor)
    try desk.expectRefused(.secondPerson, Act.recoveryRun) {
      try admit("checker", by: "trustee")
    }
    let entry = try admit("checker")
    let given = try desk.entries()
    #expect(given[entry].act == Act.roleAdd && given[entry].grole == "auditor")
    #expect(given[entry].actor == given[0].actor && given.count > size)
    // Not even the trustees are let in to anything else.
    for handle in ["admin", "trustee", "trustee2"] {
      #expect(throws: VaultError.self) { try desk.look(handle) }
      #expect(throws: VaultError.self) {
        try desk.accepting(handle) { vault, session in _ = try vault.status(as: session) }
      }
    }
    try give(restored.acceptance, by: "checker")
    for handle in ["admin", "lead", "trustee", "trustee2"] { try desk.look(handle) }
    try desk.actNew("checker") { vault, session in _ = try vault.status(as: session) }
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.pins("checker"))
    #expect(kept.contains { $0.contains(".pin.replaced-") })
    #expect(try desk.verify().findings == [])
  }

  /// Both are gone: who restored does not let the auditor in.
  @Test func bothAreGone() throws {
    let restored = try restore(by: "trustee")
    try desk.moveIn()
    _ = try enrol("checker", invite("checker", by: "trustee2"))
    try desk.expectRefused(.secondPerson, Act.recoveryRun) {
      try admit("checker", by: "trustee")
    }
    try admit("checker", by: "trustee3")
    try give(restored.acceptance, by: "checker")
    try desk.look("lead")
    #expect(try desk.verify().findings == [])
  }

  /// Who restores chooses the backup: of a day on which they were the only trustee nobody makes the auditor.
  @Test func theOnlyTrusteeOfThatDay() throws {
    for handle in ["trustee2", "trustee3", "trustee4"] { try desk.suspend(handle) }
    try desk.backUp(BackupKind.allCases, "-alone")
    for handle in ["admin", "lead", "trustee"] { try desk.look(handle) }
    let restoration = try Restoration(
      desk.plan("-alone", by: "trustee") { $0.acceptsRollback = true }, now: desk.clock.now)
    let session = try restoration.vault.unlock(
      "trustee", bundleKey: desk.bundleKey("trustee"), sid: "0123456789abcdef")
    let restored = try restoration.finish(
      as: session, with: desk.read(shares, for: .root, restoration.vault, session))
    try desk.moveIn()
    try desk.expectRefused(.secondPerson, Act.recoveryRun) { _ = try invite("checker") }
    #expect(try desk.entries().allSatisfy { $0.act != Act.memberInvite || $0.grole != "checker" })
    // An auditor of that day gives it.
    try desk.giveRestore(restored.acceptance)
    try desk.look("lead")
    #expect(try desk.verify().findings == [])
  }

  /// A single trustee who did not ask for it lets the auditor in, as root lets an administrator in.
  @Test func theOnlyTrusteeWhereAnAdministratorAsks() throws {
    for handle in ["trustee2", "trustee3", "trustee4"] { try desk.suspend(handle) }
    try desk.backUp(BackupKind.allCases, "-alone")
    for handle in ["admin", "lead", "trustee"] { try desk.look(handle) }
    let restored = try desk.restoreBeside(desk.plan("-alone") { $0.acceptsRollback = true })
    try desk.moveIn()
    _ = try enrol("checker", invite("checker"))
    try admit("checker", by: "trustee")
    try give(restored.acceptance, by: "checker")
    try desk.look("lead")
    #expect(try desk.verify().findings == [])
  }

  /// Where nothing waits for an auditor an administrator and a lead bring one in.
  @Test func nothingWaits() throws {
    desk.expectNoted(.roleNotGiven) { _ = try invite("checker") }
    desk.expectNoted(.roleNotGiven) {
      try desk.act("trustee") { vault, session in
        _ = try vault.fingerprint(ofNewcomer: "checker", as: .auditor, by: session)
      }
    }
    #expect(try desk.entries().allSatisfy { $0.act != Act.memberInvite || $0.grole != "checker" })
  }

  /// An invitation of root's opens the door for who takes it up, and only while an answer is wanted.
  @Test func theInvitationAlone() throws {
    let restored = try desk.restore(desk.plan { $0.acceptsRollback = true })
    try desk.moveIn()
    let code = try invite("checker")
    try desk.giveRestore(restored.acceptance)
    _ = try enrol("checker", code)
    desk.expectNoted(.roleNotGiven) { try admit("checker") }
    #expect(try desk.verify().findings == [])
  }
}
