import AuditLog
import Sealing

extension Vault {
  /// In which role somebody gives the erasure of a part, or of all of a case.
  public func giver(ofErasing part: ErasedPart?) -> Role { fields.giver(ofErasing: part) }

  /// Gives the erasure that somebody else asked for, and does it.
  ///
  /// The entry is durable first. Then custody destroys every key of the case, of a part of it the outer key
  /// that there was, and what still names a case that went goes; whoever dies in between leaves that to the next who takes the lock. At last all files are looked
  /// through for what was destroyed.
  ///
  /// - Parameters:
  ///   - asked: the entry that asks.
  ///   - list: of the operations row, in which it waits.
  ///   - version: of the case that the rules were held against.
  /// - Throws: `denied`; `nothingAsked`; `notAllErased` where something is left that cannot be made to go.
  public func erase(
    _ asked: Int, waitingIn list: FieldID, of id: CaseID, since version: UInt64? = nil,
    as session: borrowing Session
  ) throws(VaultError) -> Erasure {
    let done = try noting(
      Act.approvalGive, id, session, fill: { $0.ref = Entry.number(asked) }
    ) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<CaseEraser.Done> in
        try CaseEraser(context, id).erase(
          asked, waitingIn: list, since: version)
      }
    }
    try sweep(session)
    var erasure = done.erasure
    erasure.searched = try search(done, session)
    return erasure
  }

  /// One of the vault's own files that still holds something is written anew, once. What else lies in its
  /// directory, and what killed commands left beside it, is looked through as well, and is nobody's to write.
  private func search(
    _ done: CaseEraser.Done, _ session: borrowing Session
  ) throws(VaultError) -> SearchedFiles {
    var isInRecords = try store.holds(done.scan)
    if isInRecords {
      try store.rewrite()
      isInRecords = try store.holds(done.scan)
    }
    var isInCustody = try custody.file.holds(done.scan)
    if isInCustody {
      // Custody changes only under the lock of the records.
      try store.transaction { _ throws(VaultError) in try custody.file.rewrite() }
      isInCustody = try custody.file.holds(done.scan)
    }
    let searched = try searchOthers(done.scan)
    guard isInRecords || isInCustody || searched.isLeft else { return searched }
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      .allowed(
        try context.append(Act.caseErase, .failed) { entry in
          (entry.ref, entry.why) = (done.erasure.entry, .state)
          entry.role = giver(ofErasing: done.erasure.part).rawValue
        })
    }
    throw .notAllErased(entry: entry)
  }

  private func searchOthers(_ scan: ByteScan) throws(VaultError) -> SearchedFiles {
    let files = VaultFiles(VaultFolder(store.folder))
    let (others, unlisted) = files.searchable()
    var searched = SearchedFiles(files: files.own.map(\.name), unread: unlisted, time: now())
    for file in others {
      let found = try VaultError.sealing { () throws(SealingError) in
        try scan.finds(in: file.path)
      }
      if found == true { searched.isLeft = true }
      if found == nil {
        searched.unread.append(file.name)
      } else {
        searched.files.append(file.name)
      }
    }
    return searched
  }
}
