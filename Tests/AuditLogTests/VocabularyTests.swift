import Sealing
import Testing

@testable import AuditLog

/// Words that stand in logs for ever: a change here would make old logs unreadable.
@Suite struct VocabularyTests {
  /// The families of the design, and in each what may stand behind the dot.
  private static let families = [
    "vault": "create backup restore accept", "auth": "ok fail", "session": "open close",
    "member": "invite enrol suspend", "role": "add remove",
    "key": "wrap rotate revoke destroy recover drill", "schema": "set", "rules": "adopt",
    "record": "create", "field": "read write reseal", "case": "step retract erase",
    "assign": "add remove", "excerpt": "give end", "restriction": "set lift",
    "approval": "give refuse", "emergency": "open close review", "intake": "import",
    "search": "hit", "audit": "export verify reveal search", "anchor": "receipt",
    "cosign": "receipt", "clock": "step overdue moved", "recovery": "run",
  ]

  private static let acts = [
    Act.vaultCreate, Act.vaultBackup, Act.vaultRestore, Act.vaultAccept, Act.authOK, Act.authFail,
    Act.sessionOpen, Act.sessionClose, Act.memberInvite, Act.memberEnrol, Act.memberSuspend,
    Act.roleAdd, Act.roleRemove, Act.keyWrap, Act.keyRotate, Act.keyRevoke, Act.keyDestroy,
    Act.keyRecover, Act.keyDrill, Act.schemaSet, Act.rulesAdopt, Act.recordCreate, Act.fieldRead,
    Act.fieldWrite, Act.fieldReseal, Act.caseStep, Act.caseRetract, Act.caseErase, Act.assignAdd,
    Act.assignRemove, Act.excerptGive, Act.excerptEnd, Act.restrictionSet, Act.restrictionLift,
    Act.approvalGive, Act.approvalRefuse, Act.emergencyOpen, Act.emergencyClose,
    Act.emergencyReview, Act.intakeImport, Act.searchHit, Act.auditExport, Act.auditVerify,
    Act.auditReveal, Act.auditSearch, Act.anchorReceipt, Act.cosignReceipt, Act.clockStep,
    Act.clockOverdue, Act.clockMoved, Act.recoveryRun,
  ]

  @Test func actsAreThoseOfTheDesign() {
    let expected = Self.families.flatMap { family, ends in
      ends.split(separator: " ").map { "\(family).\($0)" }
    }
    #expect(Self.acts.sorted() == expected.sorted())
    #expect(
      [Act.list, Act.due, Act.stats, Act.search, Act.export, Act.print] == [
        "list", "due", "stats", "search", "export", "print",
      ])
  }

  /// What a command checks between its pin and the head is everything that the roster follows.
  @Test func actsOfTheDirectoryAreMarked() throws {
    let vault = try SampleVault()
    let marked = Self.acts.filter { vault.log.entry($0, by: vault.worker).changesDirectory }
    #expect(
      Set(marked) == [
        "vault.create", "member.invite", "member.enrol", "member.suspend", "role.add",
        "role.remove", "key.wrap", "key.rotate", "approval.give", "approval.refuse", "schema.set",
        "rules.adopt", "vault.accept", "key.recover", "recovery.run",
      ])
  }

  @Test func codesAreThoseOfTheDesign() {
    #expect(Outcome.allCases.map(\.rawValue) == ["ok", "denied", "failed", "unattributed"])
    #expect(
      Refusal.allCases.map(\.rawValue) == [
        "not_assigned", "class", "restricted", "purpose", "state", "consent", "second_person",
        "expired", "tampered", "suspended", "role", "passphrase",
      ])
    #expect(
      MemberRole.allCases.map(\.rawValue) == [
        "intake", "social_worker", "lead", "health_staff", "duty", "police", "legal_aid",
        "statistician", "auditor", "admin", "trustee",
      ])
    #expect(
      StandingRole.allCases.map { "\($0.name) \($0.rawValue)" } == [
        "lead 1", "duty 2", "statistician 3", "recovery 4",
      ])
    #expect(VaultKeyKind.allCases.map(\.rawValue) == ["vault", "operations", "index"])
    #expect(StandingRole(name: "police") == nil)
  }

  /// The reader walks up the table of names: it must be in the order of their bytes.
  @Test func keysAreInTheOrderOfTheirBytes() {
    let names = EntryKey.allCases.map(\.rawValue)
    #expect(names.count == 31)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(EntryKey.packedNames == EntryKey.packedNames.sorted())
    #expect(Set(EntryKey.packedNames).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count < 8 })
    #expect(EntryKey.mandatoryBits.nonzeroBitCount == 8)
  }
}
