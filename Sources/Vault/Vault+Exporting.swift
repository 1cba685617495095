import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Writes the log as a directory that other people's tools can check, without any data of a case.
  ///
  /// The entry comes first and is the last that the export holds. Everything is read in short
  /// transactions, so that others go on working; run again after it was stopped, it keeps what is there
  /// and right.
  ///
  /// - Parameters:
  ///   - path: a new or empty directory, or one with an export of this log.
  ///   - from: the first entry wanted; what it takes to check the rest is always with it.
  ///   - withHandles: also says who is behind each key. An entry of its own says so.
  ///   - patience: how long to wait for another export into the same directory.
  ///   - report: makes the page that goes with it, of what the exported entries tell; nil for none.
  ///   - progress: told how many entries were read so far.
  /// - Throws: `exportFolder`, `exportBusy` or `exportContradicts`, after its entry; `exportUnwritable`, `noSuchEntry`;
  ///   `exportUnfinished`, where part of it was written.
  public func exportLog(
    to path: String, from: Int, withHandles: Bool, patience: Duration = .seconds(30),
    report: ((ReportedLog, borrowing Session) throws(VaultError) -> [UInt8])? = nil,
    as session: borrowing Session, progress: @escaping (Int) -> Void
  ) throws(VaultError) -> ExportedLog {
    let (turn, made) = try notingBrought(Act.auditExport, kind: "log", for: .exportLog, session) {
      _ throws(VaultError) in try ExportFolder.turn(at: path, patience: patience)
    }
    defer {
      // Of an export that was refused nothing is left, where it had made the folder.
      ExportFolder.removeEmpty(made)
      turn?.giveBack()
    }
    let folder = try notingBrought(Act.auditExport, kind: "log", for: .exportLog, session) {
      _ throws(VaultError) in
      let folder = try ExportFolder(path, origin: origin)
      try holdEarlier(folder)
      return folder
    }
    if withHandles { _ = try stateExport("handles", of: from, as: .exportLog, session) }
    let entry = try stateExport("log", of: from, as: .exportLog, session)
    do throws(VaultError) {
      let export = try LogExport(vault: self, folder: folder, from: from, progress)
      return try fill(export, entry, withHandles: withHandles, report, session)
    } catch {
      // The entry stands, and so does what was written: whoever was told that nothing changed would leave both.
      switch error {
      case .storageFull, .exportUnwritable:
        throw .exportUnfinished(isFull: error.isFullDisk, entry: entry)
      default: throw error
      }
    }
  }

  private func fill(
    _ begun: consuming LogExport, _ entry: Int, withHandles: Bool,
    _ report: ((ReportedLog, borrowing Session) throws(VaultError) -> [UInt8])?,
    _ session: borrowing Session
  ) throws(VaultError) -> ExportedLog {
    let keyring = session.keyring
    var export = begun
    try export.begin()
    try export.add(pin: ledger.begun?.note, fields: fields)
    try export.addOutside()
    if withHandles { try export.add(handles: handles(keyring)) }
    if let report {
      let found = try self.report(
        of: Receipt(entry: entry), withHandles: withHandles, as: session)
      try export.add(report: report(found, session))
    }
    return try export.finish(signer: keyring.bundle.signing, entry: entry)
  }

  /// Holds the export that lies there already against the log. One that is longer, or of other entries, is
  /// proof that entries are gone, and is not written over. Only the signature of the log, or of
  /// one of its members, makes it one: whoever can write the folder could otherwise make a sound log look put back.
  private func holdEarlier(_ folder: ExportFolder) throws(VaultError) {
    guard let there = try? LogCopy(folder.path), there.head.origin == origin else { return }
    let (root, size) = try store.look { tx throws(VaultError) in
      try catchUp(tx)
      return (try ledger.root(size: there.head.size, in: tx), ledger.frontier.size)
    }
    guard root != there.head.root else { return }
    // Whom the log knows signed its head; or what is in it leads to the key that did.
    let isOurs = ledger.roster.isContradicted(by: there.note)
    guard isOurs || (try? there.isSigned(by: there.logKeys)) ?? false else { return }
    let verdict: CheckedPin.Verdict = root == nil ? .rollback : .splitView
    throw .exportContradicts(CheckedPin(size: there.head.size, verdict: verdict), size: size)
  }

  /// Who is behind each key of a member, as far as the sealed names say what the log says.
  private func handles(_ keyring: Keyring) throws(VaultError) -> HandlePage {
    var found: [ActorID: String] = [:]
    try store.look { tx throws(VaultError) in
      for member in ledger.roster.members {
        found[member.actor] = try handle(of: MemberID(member.id), keyring, tx)
      }
    }
    return HandlePage(salt: custody.whoSalt, handles: found)
  }
}

extension VaultError {
  fileprivate var isFullDisk: Bool {
    if case .storageFull = self { true } else { false }
  }
}
