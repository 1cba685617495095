import Vault

/// Every error of the Vault: a status, a sentence in both languages, the entry where there is one.
extension VaultError: Tellable {
  var fault: Fault {
    switch self {
    case .denied(_, let entry): refusal(entry: entry)
    case .ownerRole(let entry):
      Fault(.denied, entry: entry, details: [.init("why", .string(Refusal.role.rawValue))]) {
        $0.notAnOwner(entry: entry)
      }
    case .lastReader(let fieldClass, let entry):
      Fault(
        .denied, reason: "last_reader", entry: entry,
        details: [
          .init("why", .string(Refusal.state.rawValue)),
          .init("class", .string(fieldClass.name)),
        ], hint: { $0.lastReaderHint }
      ) { $0.lastReader($0.fieldClass(fieldClass.name), entry: entry) }
    case .emergencyState: emergencyFault
    case .lastHolder, .lastAdministrator, .rolesExclude: leavingFault
    case .keyNotGiven(let fieldClass, let role, let entry):
      .keyNotGiven(fieldClass, role, entry)
    case .share, .noShare, .shareOfAnother: shareFault
    case .logBroken, .frontierAltered, .custodyBehindLog, .recordsBehindCustody, .custodyAltered,
      .rolledBack,
      .splitView, .wrongVault:
      logFault
    case .unknownMember, .wrongPassphrase, .locked, .passphraseForm, .passphraseWeak, .notAdmitted:
      lockFault
    case .handleTaken, .handleForm, .roleExcluded, .ownAct, .nothingToDo, .notPutBack,
      .askedByGone, .entryRefused,
      .roleNotGiven,
      .invitationUsed,
      .invitationExpired, .invitationUnknown, .officersMissing, .noReader, .tooManyRestricted:
      officeFault
    case .nothingAsked,
      .noSuchCase, .caseNotFound, .noSuchRecord, .noSuchMember, .noAssignee, .fieldTable,
      .unknownField, .fieldOfAnotherRecord, .alreadyRecorded,
      .tooManyRecords:
      askedFault
    case .noSuchEntry, .noPin, .pinFileUnreadable, .pinFileForeign, .pinFileAltered, .logCopy,
      .exportFolder, .exportUnwritable, .exportUnfinished, .exportContradicts, .exportBusy:
      evidenceFault
    case .noted(let refused, let entry): refused.fault.recorded(in: entry)
    case .altered, .proposalAltered, .doesNotOpen, .keyMissing, .caseWithoutKey, .caseLeftBehind,
      .caseKeyMissing, .assignmentAltered, .notAllErased, .notAllOverwritten, .sealing,
      .refusedWithin:
      dataFault
    case .witness, .cosignature, .timestamp, .noSuchSize: outsideFault
    case .backup(let fault): fault.fault
    case .evidence(let fault): fault.fault
    case .card, .file, .transfer, .transferRefused, .retractionsWait, .foreignFields, .caseGone:
      transferFault
    default: fileFault
    }
  }

  /// A refusal whose code this porch does not know is still a refusal.
  private func refusal(entry: Int) -> Fault {
    .denied(refusalCode.flatMap(Refusal.init(rawValue:)) ?? .role, entry: entry)
  }

  /// Exit 20, and nothing else has it.
  private var logFault: Fault {
    switch self {
    case .custodyBehindLog: .logBroken(.custodyBehind, entry: nil)
    case .recordsBehindCustody: .logBroken(.custodyAhead, entry: nil)
    case .custodyAltered(let entry): .logBroken(.custodyKeys, entry: entry)
    case .rolledBack(let size, let pinned): .otherPast(.rollback, size: size, pinned: pinned)
    case .splitView(let size, let pinned): .otherPast(.splitView, size: size, pinned: pinned)
    case .wrongVault: .logBroken(.origin, entry: nil)
    case .logBroken(let entry): .logBroken(.unsound, entry: entry)
    case .frontierAltered: .logBroken(.storedFrontier, entry: nil, code: "stored.frontier")
    default: .logBroken(.unsound, entry: nil)
    }
  }

  private var lockFault: Fault {
    switch self {
    case .wrongPassphrase: .wrongPassphrase(waitSeconds: 0)
    case .unknownMember: Fault(.notFound) { $0.noSuchMember }
    case .passphraseForm: Fault(.usage, reason: "passphrase_form") { $0.passphraseForm }
    case .passphraseWeak(let flaw):
      Fault(.usage, reason: flaw.rawValue, hint: { $0.weakPassphraseHint }) {
        $0.weakPassphrase(flaw)
      }
    case .notAdmitted: Fault(.passphrase) { $0.notAdmitted }
    default: Fault(.passphrase, hint: { $0.lockedHint }) { $0.locked }
    }
  }

  private var officeFault: Fault {
    switch self {
    case .handleTaken: Fault(.badData) { $0.handleInUse }
    case .handleForm: Fault(.usage, reason: "handle_form") { $0.handleForm }
    case .roleExcluded: Fault(.badData) { $0.roleExcluded }
    case .ownAct: Fault(.failed) { $0.ownAct }
    case .entryRefused: Fault(.failed, reason: "entry_refused") { $0.entryRefused }
    case .nothingToDo: Fault(.failed, reason: "nothing_to_do") { $0.nothingToDo }
    case .notPutBack:
      Fault(
        .denied, reason: "not_put_back", details: [.init("why", .string(Refusal.state.rawValue))],
        hint: { $0.notPutBackHint }
      ) { $0.notPutBack }
    case .askedByGone(let asked):
      Fault(
        .denied, reason: "asked_by_dismissed",
        details: [.init("why", .string(Refusal.state.rawValue)), .init("asked", .integer(asked))],
        hint: { $0.askedByGoneHint }
      ) { $0.askedByGone(entry: asked) }
    case .roleNotGiven:
      Fault(.failed, reason: "role_not_given", hint: { $0.nextAdmit(nil, by: $0.role("admin")) }) {
        $0.roleNotGiven
      }
    case .invitationUsed(let invite):
      Fault(.badData, entry: invite) { $0.invitationUsed(entry: invite) }
    case .invitationExpired(let invite):
      Fault(.badData, entry: invite) { $0.invitationExpired(entry: invite) }
    case .invitationUnknown: Fault(.notFound) { $0.invitationUnknown }
    case .noReader(let fieldClass):
      Fault(.failed, details: [.init("class", .string(fieldClass.name))]) {
        $0.noReader($0.fieldClass(fieldClass.name))
      }
    case .tooManyRestricted: Fault(.failed, reason: "too_many") { $0.tooManyRestricted }
    default: Fault(.failed, hint: { $0.officersMissingHint }) { $0.officersMissing }
    }
  }
}

extension VaultError {
  fileprivate var askedFault: Fault {
    switch self {
    case .noSuchMember: Fault(.notFound) { $0.noSuchMember }
    case .noAssignee:
      Fault(.notFound, reason: "no_assignee", hint: { $0.noAssigneeHint }) { $0.noAssignee }
    case .noSuchRecord: Fault(.notFound) { $0.noSuchRecord }
    case .nothingAsked: Fault(.notFound, reason: "nothing_asked") { $0.nothingAsked }
    case .caseNotFound(let entry):
      Fault(.notFound, entry: entry) { $0.caseNotFound(entry: entry) }
    case .fieldTable(let field):
      Fault(.configuration, details: Self.number(field)) { $0.fieldTableWrong(field.rawValue) }
    case .unknownField(let field):
      Fault(.badData, details: Self.number(field)) { $0.unknownField(field.rawValue) }
    case .fieldOfAnotherRecord(let field):
      Fault(.badData, details: Self.number(field)) { $0.fieldOfAnotherRecord(field.rawValue) }
    case .alreadyRecorded: Fault(.badData) { $0.alreadyRecorded }
    case .tooManyRecords: Fault(.badData, reason: "too_many") { $0.tooManyRecords }
    default: Fault(.notFound) { $0.noSuchCase }
    }
  }

  fileprivate var dataFault: Fault {
    switch self {
    case .altered(let entry): Fault(.badData, entry: entry) { $0.fieldDoesNotOpen(entry: entry) }
    case .proposalAltered(let entry):
      Fault(.badData, reason: "rule_proposal", entry: entry, hint: { $0.wayOut(.tampered) }) {
        $0.proposalAltered(entry: entry)
      }
    case .assignmentAltered(let entry):
      Fault(.badData, entry: entry, hint: { $0.wayOut(.tampered) }) {
        $0.assignmentAltered(entry: entry)
      }
    case .keyMissing, .caseKeyMissing: Fault(.storage) { $0.custodyMissing }
    case .caseWithoutKey(let entry):
      Fault(.storage, reason: "case_key", entry: entry, hint: { $0.wayOut(.tampered) }) {
        $0.caseWithoutKey(entry: entry)
      }
    case .caseLeftBehind(let gap, let entry):
      Fault(
        .storage, reason: "case_gap", entry: entry, details: [.init("gap", .integer(gap))],
        hint: { $0.caseLeftBehindHint }
      ) { $0.caseLeftBehind(gap: gap, entry: entry) }
    case .notAllErased(let entry):
      Fault(.storage, reason: "not_all_erased", entry: entry, hint: { $0.notAllErasedHint }) {
        $0.notAllErased(entry: entry)
      }
    case .notAllOverwritten(let entry):
      Fault(
        .storage, reason: "not_all_overwritten", entry: entry,
        hint: { $0.notAllOverwrittenHint }
      ) { $0.notAllOverwritten(entry: entry) }
    case .doesNotOpen: Fault(.badData, hint: { $0.wayOut(.tampered) }) { $0.doesNotOpen }
    case .sealing: Fault(.failed) { $0.sealingFailed }
    default: Fault(.failed) { $0.unexpected }
    }
  }

  fileprivate var fileFault: Fault {
    switch self {
    case .notAVault: Fault(.notFound, hint: { $0.notAVaultHint }) { $0.notAVault }
    case .notPermitted:
      Fault(.notFound, reason: "not_permitted", hint: { $0.notPermittedHint }) { $0.notPermitted }
    case .newerFormat(let found): .newerFormat(found: found)
    case .alreadyThere: Fault(.cannotCreate) { $0.alreadyAVault }
    case .lockedByAnotherProcess:
      Fault(.busy, hint: { $0.vaultBusyHint }) { $0.vaultBusy(seconds: Vault.patience) }
    case .readOnly: Fault(.cannotCreate) { $0.readOnly }
    case .storageFull: Fault(.storage) { $0.diskFull }
    case .networkFileSystem: Fault(.cannotCreate) { $0.networkFileSystem }
    case .notPlainFile:
      Fault(.badData, reason: "not_a_plain_file", hint: { $0.notPlainFileHint }) { $0.notPlainFile }
    case .schemaAltered: Fault(.badData, hint: { $0.wayOut(.tampered) }) { $0.schemaAltered }
    case .custodyMissing:
      Fault(.notFound, hint: { $0.custodyFileMissingHint + $0.seeWhetherWhole }) {
        $0.custodyFileMissing
      }
    case .custodyOfAnotherVault: Fault(.badData) { $0.custodyOfAnotherVault }
    case .custodyIsBackup:
      Fault(.badData, reason: "custody_is_backup", hint: { $0.custodyIsBackupHint }) {
        $0.custodyIsBackup
      }
    case .pinUnreadable:
      Fault(.badData, reason: "own_pin", hint: { $0.pinUnreadableHint }) { $0.pinUnreadable }
    case .pinOfAnother:
      Fault(.badData, reason: "pin_of_another", hint: { $0.pinOfAnotherHint }) { $0.pinOfAnother }
    case .pinUnwritable: Fault(.cannotCreate) { $0.pinUnwritable }
    case .pendingAltered:
      Fault(.badData, reason: "pending", hint: { $0.wayOut(.tampered) }) { $0.pendingAltered }
    case .storage(let code) where isDamage:
      Fault(
        .storage, reason: "damaged", details: [.init("sqlite", .integer(Int(code)))],
        hint: { $0.fileDamagedHint }
      ) { $0.fileDamaged }
    case .storage(let code):
      Fault(.storage, details: [.init("sqlite", .integer(Int(code)))]) { $0.inputOutputError }
    default: Fault(.failed) { $0.unexpected }
    }
  }

  private static func number(_ field: FieldID) -> [JSONValue.Member] {
    [.init("field", .integer(Int(field.rawValue)))]
  }
}
