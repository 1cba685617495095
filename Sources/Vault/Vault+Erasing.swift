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
  ///   - search: collects what is to be looked for, where more is erased: ``finish(_:as:)`` looks then.
  /// - Throws: `denied`; `nothingAsked`; `notAllErased` where something is left that cannot be made to go.
  public func erase(
    _ asked: Int, waitingIn list: FieldID, of id: CaseID, since version: UInt64? = nil,
    searching search: ErasureSearch? = nil, as session: borrowing Session
  ) throws(VaultError) -> Erasure {
    let done = try noting(
      Act.approvalGive, id, session, fill: { $0.ref = Entry.number(asked) }
    ) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<CaseEraser.Done> in
        try CaseEraser(context, id).erase(
          asked, waitingIn: list, since: version)
      }
    }
    if let search {
      search.add(done)
    } else {
      let search = ErasureSearch()
      search.add(done)
      try finish(search, as: session)
    }
    return done.erasure
  }

  /// Destroys what the last erasure left to be destroyed, and looks through all files for what they destroyed. A file
  /// that still holds something is written anew, once.
  ///
  /// - Throws: `notAllErased`, with an entry that names the newest of the erasures.
  public func finish(
    _ search: ErasureSearch, as session: borrowing Session
  ) throws(VaultError) {
    guard let scan = search.scan, let last = search.last else { return }
    try sweep(session)
    guard try isLeft(scan) else { return }
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      .allowed(
        try context.append(Act.caseErase, .failed) { entry in
          (entry.ref, entry.why) = (last.entry, .state)
          entry.role = giver(ofErasing: last.part).rawValue
        })
    }
    throw .notAllErased(entry: entry)
  }

  private func isLeft(_ scan: ByteScan) throws(VaultError) -> Bool {
    var isInRecords = try store.holds(scan)
    if isInRecords {
      try store.rewrite()
      isInRecords = try store.holds(scan)
    }
    var isInCustody = try custody.file.holds(scan)
    if isInCustody {
      // Custody changes only under the lock of the records.
      try store.transaction { _ throws(VaultError) in try custody.file.rewrite() }
      isInCustody = try custody.file.holds(scan)
    }
    return isInRecords || isInCustody
  }
}
