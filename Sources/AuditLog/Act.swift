/// The acts that this version writes: the key `act`.
///
/// They are constants and not an enum because a reader must accept acts that it does not know: a later
/// version may add some, and a log is kept for the life of its vault. Families whose members belong to
/// the work and not to the log (`consent.…`, `referral.…`, `request.…`, `evidence.…`) are named by who
/// writes them.
public enum Act {
  public static let vaultCreate = "vault.create"
  public static let vaultBackup = "vault.backup"
  public static let vaultRestore = "vault.restore"
  public static let vaultAccept = "vault.accept"

  public static let authOK = "auth.ok"
  public static let authFail = "auth.fail"
  public static let sessionOpen = "session.open"
  public static let sessionClose = "session.close"

  public static let memberInvite = "member.invite"
  public static let memberEnrol = "member.enrol"
  public static let memberSuspend = "member.suspend"
  public static let roleAdd = "role.add"
  public static let roleRemove = "role.remove"

  public static let keyWrap = "key.wrap"
  public static let keyRotate = "key.rotate"
  public static let keyRevoke = "key.revoke"
  public static let keyDestroy = "key.destroy"
  public static let keyRecover = "key.recover"
  public static let keyDrill = "key.drill"

  public static let schemaSet = "schema.set"
  public static let rulesAdopt = "rules.adopt"

  public static let recordCreate = "record.create"
  public static let fieldRead = "field.read"
  public static let fieldWrite = "field.write"
  public static let fieldReseal = "field.reseal"
  public static let caseStep = "case.step"
  public static let caseTransfer = "case.transfer"
  public static let caseReceive = "case.receive"
  public static let caseRetract = "case.retract"
  public static let caseErase = "case.erase"
  public static let assignAdd = "assign.add"
  public static let assignRemove = "assign.remove"
  public static let excerptGive = "excerpt.give"
  public static let excerptEnd = "excerpt.end"
  public static let restrictionSet = "restriction.set"
  public static let restrictionLift = "restriction.lift"
  public static let approvalGive = "approval.give"
  public static let approvalRefuse = "approval.refuse"
  public static let emergencyOpen = "emergency.open"
  public static let emergencyClose = "emergency.close"
  public static let emergencyReview = "emergency.review"
  public static let intakeImport = "intake.import"

  public static let list = "list"
  public static let due = "due"
  public static let stats = "stats"
  public static let search = "search"
  public static let searchHit = "search.hit"
  public static let export = "export"
  public static let print = "print"

  public static let auditExport = "audit.export"
  public static let auditVerify = "audit.verify"
  public static let auditReveal = "audit.reveal"
  public static let auditSearch = "audit.search"
  public static let anchorReceipt = "anchor.receipt"
  public static let cosignReceipt = "cosign.receipt"
  public static let clockStep = "clock.step"
  public static let clockOverdue = "clock.overdue"
  public static let clockMoved = "clock.moved"
  public static let recoveryRun = "recovery.run"
}

extension Entry {
  /// Whether the entry is of an act that the directory is built from.
  public var changesDirectory: Bool {
    switch act {
    case Act.vaultCreate, Act.memberInvite, Act.memberEnrol, Act.memberSuspend, Act.roleAdd,
      Act.roleRemove, Act.keyWrap, Act.keyRotate, Act.approvalGive, Act.approvalRefuse,
      Act.schemaSet, Act.rulesAdopt, Act.vaultAccept, Act.keyRecover, Act.recoveryRun:
      true
    default: false
    }
  }
}
