import AuditLog

/// Acts on the vault rather than on one field: who may do them, by role alone.
public enum OfficeAct: CaseIterable, Hashable, Sendable {
  case openCase
  /// One that nobody has a reason to touch.
  case openCanary
  case importRegister
  case listCases
  /// Figures of all cases, small cells suppressed.
  case countCases
  /// Exact figures for somebody outside.
  case exportFigures
  /// Find people by what the index has of them.
  case searchPeople
  /// Hold everybody against everybody.
  case comparePeople
  case assignCaseworker
  case assignHealthStaff
  case shareExcerpt
  /// See which cases somebody was given copies of.
  case listExcerpts
  /// Print a page of a case for the person.
  case printForPerson
  /// Print for the person what health staff alone hold of their case.
  case printHealthPart
  /// Print the questions of a stage, without answers.
  case printBlankForm
  case inviteMember
  case admitMember
  /// Compare a newcomer's fingerprint, and give what one's own role can.
  case meetNewcomer
  case confirmMember
  /// End a member's access to everything.
  case suspendMember
  /// Give a further role, or take one back.
  case changeRoles
  case listStaff
  case readLog
  case verifyLog
  /// Have heads of the log signed or stamped outside, and take in what comes back.
  case anchorLog
  case readStatus
  case exportLog
  case pinLog
  case askAcceptance
  case giveAcceptance
  case askReveal
  case giveReveal
  case readRules
  case proposeRules
  case answerRules
  case listApprovals
  case renewOwnKeys
  /// Replace every key of custody and the log's.
  case rotateCustody
  /// See how old which key is.
  case readKeys
  /// Give out the public text of the vault.
  case giveCard
  case backUp
  /// Make a vault again from backups.
  case restoreVault
  /// Look at the files for damage, and set right what the log proves.
  case examineFiles
  case repairFiles
  /// See one's own share of the recovery seed, and bring shares.
  case keepShare
  /// Break the glass.
  case openEmergency
  case giveEmergency
  case closeEmergency
  case reviewEmergency

  /// The roles that may do it; every role that is not named is refused with `role`.
  var roles: RoleSet {
    switch self {
    case .openCanary, .comparePeople, .exportFigures: RoleSet([.lead])
    case .countCases: RoleSet([.lead, .statistician])
    case .openCase, .importRegister, .searchPeople: RoleSet([.intake, .socialWorker, .lead])
    case .listCases: RoleSet([.intake, .socialWorker, .lead, .healthStaff, .duty])
    case .printBlankForm:
      RoleSet([.intake, .socialWorker, .lead, .healthStaff, .duty, .police, .legalAid])
    case .assignCaseworker: RoleSet([.lead])
    case .assignHealthStaff: RoleSet([.duty])
    case .shareExcerpt, .printForPerson: RoleSet([.socialWorker, .lead])
    case .printHealthPart: RoleSet([.healthStaff, .duty])
    case .listExcerpts: RoleSet([.healthStaff, .duty, .police, .legalAid])
    case .inviteMember, .admitMember, .changeRoles: RoleSet([.admin])
    case .meetNewcomer: RoleSet([.admin, .lead, .trustee, .duty, .statistician])
    case .suspendMember: RoleSet([.admin, .lead])
    case .confirmMember: RoleSet([.lead])
    case .readLog, .verifyLog, .exportLog, .anchorLog: RoleSet([.auditor, .lead, .admin])
    // Duty officers too: nobody else opens the keys of the health classes.
    case .examineFiles: RoleSet([.auditor, .lead, .admin, .duty])
    case .askAcceptance: RoleSet([.admin])
    case .giveAcceptance: RoleSet([.auditor])
    case .rotateCustody, .backUp, .restoreVault, .repairFiles: RoleSet([.admin])
    case .keepShare: RoleSet([.trustee])
    case .readKeys: RoleSet([.admin, .lead, .auditor])
    case .listStaff, .readStatus, .pinLog, .renewOwnKeys, .readRules, .listApprovals, .giveCard:
      RoleSet(Role.allCases)
    case .askReveal: RoleSet([.auditor])
    case .giveReveal: RoleSet([.lead])
    case .proposeRules: RoleSet([.lead])
    case .answerRules: RoleSet([.lead, .admin])
    case .openEmergency, .giveEmergency, .closeEmergency: RoleSet([.lead, .duty])
    case .reviewEmergency: RoleSet([.lead])
    }
  }
}
