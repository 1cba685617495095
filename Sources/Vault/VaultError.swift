public import AuditLog

/// Everything that can go wrong behind the door. A case holds codes and entry numbers, never a
/// value, a name or a path: errors are printed, logged and pasted into mails.
public enum VaultError: Error, Equatable, Sendable {
  // Opening the vault.
  case notAVault
  /// This account may not look into the directory.
  case notPermitted
  case newerFormat(found: Int)
  case alreadyThere
  case lockedByAnotherProcess
  case readOnly
  case storageFull
  /// SQLite's extended result code, for the person who mends it.
  case storage(code: Int32)
  /// The tables of the file are not the ones this program makes (a planted trigger, say).
  case schemaAltered
  /// What custody is said to have still to destroy is not what any entry states.
  case pendingAltered
  case networkFileSystem
  /// In the place of one of a vault's files stands a link, a pipe or a directory.
  case notPlainFile
  case custodyMissing
  case custodyOfAnotherVault
  /// In its place lies a backup of it.
  case custodyIsBackup
  case custodyBehindLog
  /// Custody has destroyed more than the log knows of: the records were put back.
  case recordsBehindCustody
  /// A key of the vault in custody is not the one that `entry` states.
  case custodyAltered(entry: Int)

  // The log.
  /// `at`: the first entry that does not fit, where known.
  case logBroken(at: Int?)
  /// The tree that is kept beside the head is not that of the entries, which fit it.
  case frontierAltered
  /// The vault is older than, or another than, what this member's client saw before: how many entries it
  /// has, and how many the client remembers.
  case rolledBack(size: Int, pinned: Int)
  case splitView(size: Int, pinned: Int)
  case wrongVault
  /// No such entry; the attempt is `recorded`.
  case noSuchEntry(recorded: Int)
  /// A file of heads that somebody kept cannot be read as one.
  case pinFileUnreadable
  /// The head of this number in the file, from 1, is of another log, or was never signed by this one.
  case pinFileForeign(number: Int)
  /// A line under the head of this number is not good, or by a key that the log does not know.
  case pinFileAltered(number: Int)
  /// This client has seen nothing of the log before; the attempt is `recorded`.
  case noPin(recorded: Int)
  /// A copy of a log, 1 or 2 of those that were named, cannot be compared; 0: the key that was given.
  case logCopy(LogCopyFault, number: Int)
  /// The directory for an export holds something else.
  case exportFolder
  case exportUnwritable
  /// It was begun, and entry `entry` says so, but not all of it could be written.
  case exportUnfinished(isFull: Bool, entry: Int)
  /// Another export into that directory goes on.
  case exportBusy
  /// It holds an export of this log that is longer than it, or of other entries; the log has `size`.
  case exportContradicts(CheckedPin, size: Int)
  /// What was brought, or asked for, is refused for what it is, and entry `entry` says so.
  indirect case noted(VaultError, entry: Int)
  case pinUnreadable
  /// The pin that lies at the place of this member's is another member's.
  case pinOfAnother
  case pinUnwritable

  // Witnesses and authorities outside.
  case witness(WitnessFault)
  /// What a witness gave back does not belong to this log, or is not good.
  case cosignature(CosignatureFault)
  /// What an authority gave back does not belong to this log, or is not good.
  case timestamp(StampFault)
  /// There was no such size, or the log is smaller.
  case noSuchSize

  /// A backup is not made, or nothing is restored from one.
  case backup(BackupFault)

  // Between vaults.
  /// A card of another vault cannot be used.
  case card(CardFault)
  /// A file of another vault cannot be taken in.
  case file(FileFault)
  case transfer(TransferFault)
  /// The same where the case is in the way; the refusal is `entry`.
  case transferRefused(TransferFault, entry: Int)
  /// The file has fields that this vault does not have, or keeps in another kind of record.
  case foreignFields([FieldID])

  /// A file is not taken into a case, or not given out.
  case evidence(EvidenceFault)

  // Who is asking.
  case unknownMember
  case wrongPassphrase
  case locked
  case passphraseForm
  case passphraseWeak(PassphraseFlaw)
  case notAdmitted
  case denied(Refusal, entry: Int)
  /// A refusal inside an act of many parts, before it is written down: never reaches a person.
  case refusedWithin(Refusal)

  // What is asked.
  /// There is no such case; the refusal is `entry`.
  case caseNotFound(entry: Int)
  /// The same, before it is written down: never reaches a person.
  case noSuchCase
  /// The case was handed over to another vault and its keys here are destroyed; the refusal is `entry`.
  case caseGone(entry: Int, to: HandedTo)
  /// What an emergency is at does not allow the answer; the refusal is `entry`.
  case emergencyState(Emergency.State, entry: Int)
  /// Something of an erased case is still in a file of the vault; the entry that says so.
  case notAllErased(entry: Int)
  /// A seal of before, of a field that was restricted, is still in the file of the records; the entry that says so.
  case notAllOverwritten(entry: Int)
  /// Entries of the case were taken out of sight and wait for a second person, asked for by these: it does not go to
  /// another office before they are answered. The refusal is `entry`.
  case retractionsWait([Int], entry: Int)
  /// The same, before it is written down: never reaches a person.
  case retractionsWaitWithin([Int])
  /// Only a social worker answers for a case; the refusal is `entry`.
  case ownerRole(entry: Int)
  case noSuchRecord
  /// Somebody wrote between the look and the act: it is done again, and never reaches a person.
  case changedMeanwhile
  case noSuchMember
  /// Nobody of that handle can be given a case.
  case noAssignee
  case fieldTable(FieldID)
  case unknownField(FieldID)
  case fieldOfAnotherRecord(FieldID)
  case alreadyRecorded
  case handleTaken
  case handleForm
  case roleExcluded
  /// Who has the one role cannot have the other; the refusal is `entry`.
  case rolesExclude(Role, Role, entry: Int)
  /// Without another holder of the role nobody but recovery could open a class; the refusal is `entry`.
  case lastHolder(Role, FieldClass, entry: Int)
  /// Nobody would be left who invites, admits and gives roles; the refusal is `entry`.
  case lastAdministrator(entry: Int)
  case ownAct
  /// What is wrong with shares of a seed.
  case share(ShareFault)
  /// The member keeps no share of the recovery seed that counts.
  case noShare
  /// Somebody asked for another's share; the refusal is `entry`.
  case shareOfAnother(entry: Int)
  case nothingToDo
  /// The entry that was named asks for nothing, or was answered.
  case nothingAsked
  /// The rule book that waits is not the one that `entry` proposed.
  case proposalAltered(entry: Int)
  /// What was to be written is against the rules of the directory, which everybody's program holds the
  /// log to: nothing was written.
  case entryRefused
  /// A second person came before the first: an administrator gives the role, and has not.
  case roleNotGiven
  /// `invite`: the entry of the invitation.
  case invitationUsed(invite: Int)
  case invitationExpired(invite: Int)
  case invitationUnknown
  /// The first lead or the first duty officer is missing: no case may be opened yet.
  case officersMissing
  /// Nobody but recovery would be able to open the class.
  case noReader(FieldClass)
  /// Nobody who lives would be left to read what the person keeps from others; the refusal is `entry`.
  case lastReader(FieldClass, entry: Int)
  /// The same, before it is written down: never reaches a person.
  case lastReaderWithin(FieldClass)
  /// A case has as many restricted fields of one class as there are numbers for their keys.
  case tooManyRestricted
  /// A case has as many records by which a person is found as the index can tell apart.
  case tooManyRecords
  /// A field, key or grant does not open although the log is sound; the refusal is `entry`.
  case altered(entry: Int)
  /// The same, before the gate has written it down: never reaches a person.
  case doesNotOpen
  case keyMissing
  /// Nobody has given the member the key of a class of the case yet; whose seed they lack in which role, where that
  /// is why; the refusal is `entry`.
  case keyNotGiven(FieldClass, from: Role?, entry: Int)
  /// The log is the one that this client remembers, and nobody's client said that it remembers another.
  case notPutBack
  /// Who asked to go on with a log that was put back is known to this client as somebody dismissed; the ask.
  case askedByGone(Int)
  /// Custody has no key of the case: nobody can open it. The entry that says so.
  case caseWithoutKey(entry: Int)
  /// The same, of a case that a restore left behind: the entry that states that, and the one of this try.
  case caseLeftBehind(gap: Int, entry: Int)
  /// The same, before the gate has written it down: never reaches a person.
  case caseKeyMissing
  /// A row of the table of assignments does not match the entry it names.
  case assignmentAltered(entry: Int)
  case sealing
}
