import Testing
import Vault

@testable import safekeep

/// Every error of the Vault ends in the status that the manual promises, with a sentence in both
/// languages.
@Suite struct DeskFaultTests {
  private static let table: [(VaultError, safekeep.ExitStatus, Int?)] =
    [
      (.notAVault, .notFound, nil), (.newerFormat(found: 9), .newerFormat, nil),
      (.alreadyThere, .cannotCreate, nil), (.lockedByAnotherProcess, .busy, nil),
      (.readOnly, .cannotCreate, nil), (.storageFull, .storage, nil),
      (.storage(code: 10), .storage, nil), (.schemaAltered, .badData, nil),
      (.networkFileSystem, .cannotCreate, nil), (.custodyMissing, .notFound, nil),
      (.notPlainFile, .badData, nil),
      (.custodyOfAnotherVault, .badData, nil), (.custodyIsBackup, .badData, nil),
      (.custodyBehindLog, .logBroken, nil),
      (.custodyAltered(entry: 1), .logBroken, 1),
      (.logBroken(at: 7), .logBroken, 7), (.logBroken(at: nil), .logBroken, nil),
      (.rolledBack(size: 3, pinned: 5), .logBroken, nil),
      (.splitView(size: 5, pinned: 5), .logBroken, nil), (.wrongVault, .logBroken, nil),
      (.pinUnreadable, .badData, nil), (.pinUnwritable, .cannotCreate, nil),
      (.pinOfAnother, .badData, nil), (.frontierAltered, .logBroken, nil),
      (.unknownMember, .notFound, nil), (.wrongPassphrase, .passphrase, nil),
      (.locked, .passphrase, nil), (.passphraseForm, .usage, nil),
      (.passphraseWeak(.short), .usage, nil), (.passphraseWeak(.repeated), .usage, nil),
      (.passphraseWeak(.sequence), .usage, nil), (.passphraseWeak(.common), .usage, nil),
      (.notAdmitted, .passphrase, nil), (.noSuchCase, .notFound, nil),
      (.caseNotFound(entry: 9), .notFound, 9), (.ownerRole(entry: 9), .denied, 9),
      (.noSuchRecord, .notFound, nil), (.noSuchMember, .notFound, nil),
      (.noAssignee, .notFound, nil), (.exportBusy, .busy, nil),
      (.exportUnfinished(isFull: true, entry: 9), .storage, 9),
      (.fieldTable(FieldID(3)), .configuration, nil), (.unknownField(FieldID(3)), .badData, nil),
      (.fieldOfAnotherRecord(FieldID(3)), .badData, nil), (.alreadyRecorded, .badData, nil),
      (.tooManyRecords, .badData, nil),
      (.handleTaken, .badData, nil), (.handleForm, .usage, nil), (.roleExcluded, .badData, nil),
      (.ownAct, .failed, nil), (.nothingToDo, .failed, nil),
      (.invitationUsed(invite: 8), .badData, 8), (.invitationExpired(invite: 8), .badData, 8),
      (.invitationUnknown, .notFound, nil), (.officersMissing, .failed, nil),
      (.noReader(.clinical), .failed, nil), (.lastReader(.clinical, entry: 9), .denied, 9),
      (.lastAdministrator(entry: 9), .denied, 9), (.notPutBack, .denied, nil),
      (.keyNotGiven(.safety, from: nil, entry: 9), .denied, 9),
      (.tooManyRestricted, .failed, nil), (.altered(entry: 9), .badData, 9),
      (.doesNotOpen, .badData, nil), (.keyMissing, .storage, nil),
      (.assignmentAltered(entry: 9), .badData, 9), (.sealing, .failed, nil),
      (.witness(.rollback(recorded: 9)), .logBroken, nil),
      (.witness(.split(size: 9)), .logBroken, nil),
      (.witness(.proof), .logBroken, nil), (.witness(.oldSize(recorded: 9)), .badData, nil),
      (.witness(.request), .badData, nil), (.witness(.logKeyMissing), .usage, nil),
      (.witness(.logKeyForm), .usage, nil), (.witness(.logSignature), .badData, nil),
      (.witness(.name), .usage, nil), (.witness(.unreadable), .badData, nil),
      (.witness(.unwritable), .cannotCreate, nil), (.witness(.unlockable), .busy, nil),
      (.noSuchSize, .usage, nil),
    ] + outside

  private static let outside: [(VaultError, safekeep.ExitStatus, Int?)] =
    CosignatureFault.allCases.map { (.cosignature($0), .badData, nil) }
    + StampFault.allCases.map { (.timestamp($0), .badData, nil) }

  @Test(arguments: table)
  func everyErrorHasItsStatus(
    error: VaultError, status: safekeep.ExitStatus, entry: Int?
  ) throws {
    let fault = error.fault
    #expect(fault.status == status)
    #expect(fault.entry == entry)
    let (english, vietnamese) = (
      try #require(fault.sentence?(English())), try #require(fault.sentence?(Vietnamese()))
    )
    #expect(!english.isEmpty && !vietnamese.isEmpty && english != vietnamese)
    #expect((fault.hint?(English()) == nil) == (fault.hint?(Vietnamese()) == nil))
  }

  /// Two errors that a person must tell apart are not told in the same words.
  @Test func noTwoErrorsSayTheSame() {
    let sentences = Self.table.compactMap { $0.0.fault.sentence?(English()) }
    let twice = Dictionary(grouping: sentences) { $0 }.filter { $0.value.count > 1 }.keys
    // Unknown to the vault or to the log: for a person it is the same.
    #expect(Array(twice) == [English().noSuchMember])
  }

  /// `log verify` reads the damaged file too; what says which it is and what helps needs nobody unlocked.
  @Test func aDamagedFileIsLookedAtByTheDoctor() throws {
    let hint = VaultError.storage(code: 11).fault.hint
    for words in [English() as any Words, Vietnamese()] {
      let told = try #require(hint?(words))
      #expect(told.contains("safekeep vault doctor") && !told.contains("log verify"))
    }
  }

  /// Nobody but a lead shares another recovery seed.
  @Test func whoSharesTheNextSeed() {
    for words in [English() as any Words, Vietnamese()] {
      #expect(words.nextAfterRecovery(handle: "hanh", isLead: true).contains("hanh"))
      #expect(!words.nextAfterRecovery(handle: "hanh", isLead: false).contains("hanh"))
    }
  }

  /// An error of no room has a name in the code, and its text may hold anything.
  @Test func anErrorOfNoRoomIsNotShown() {
    struct Stray: Error { let value = "K7M-2QX-9T8" }
    let fault = Fault.of(Stray())
    #expect(fault.status == .failed)
    #expect(fault.sentence?(English()) == English().unexpected)
  }

  /// What the compiler cannot see: that no fault falls through to the sentence for none in particular.
  @Test func everyFaultOfTheLogHasASentence() {
    for words in [English() as any Words, Vietnamese()] {
      let sentences = LogFault.allCases.map { words.reason($0) }
      #expect(Set(sentences).count == sentences.count)
    }
  }

  /// Every code that the examiner of the log can give has words of its own kind.
  @Test(arguments: [
    ("stored.hash", LogFault.storedHash), ("stored.tile", .storedTile),
    ("stored.frontier", .storedFrontier), ("custody.logKey", .custodyKeys),
    ("custody.constants", .custodyKeys), ("custody.behind", .custodyBehind),
    ("schema.tables", .tables), ("schema.fields", .fieldTable), ("schema.rules", .ruleBook),
    ("vault.root", .rootKey), ("office.pack", .officeKey), ("office.grants", .officeKey),
    ("office.batch", .officeKey), ("member.row", .memberRow), ("staff.handle", .handle),
    ("case.row", .caseRow), ("case.care", .caseCare), ("case.excerpt", .caseExcerpt),
    ("case.restriction", .caseRestriction), ("case.draft", .caseDraft), ("case.keys", .caseKeys),
    ("case.grants", .caseGrants),
    ("case.pack", .caseWrap),
    ("case.batch", .caseWrap), ("chain.prev", .prev), ("chain.seq", .seq),
    ("chain.missing", .missing),
    ("entry.form", .entryForm),
    ("note.lines", .noteForm), ("proof.root", .proof), ("signer.suspended", .suspended),
    ("signer.keyID", .signature), ("directory.second", .directory), ("head.size", .headSize),
    ("head.root", .headRoot), ("head.pin", .splitView), ("head.rollback", .rollback),
    ("case.missing", .caseMissing), ("case.older", .caseOlder), ("case.altered", .manifest),
    ("case.unstated", .caseUnstated), ("case.key", .caseKey), ("case.gap", .caseGap),
    ("new.thing", .unsound),
  ])
  func aFindingHasWords(code: String, fault: LogFault) {
    #expect(LogFault(finding: code) == fault)
  }
}
