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
    let own = search ?? ErasureSearch()
    own.begin(self)
    let done = try noting(
      Act.approvalGive, id, session, fill: { $0.ref = Entry.number(asked) }
    ) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<CaseEraser.Done> in
        try CaseEraser(context, id).erase(
          asked, waitingIn: list, since: version)
      }
    }
    own.add(done)
    guard search == nil else { return done.erasure }
    var erasure = done.erasure
    if let searched = try finish(own, as: session) { erasure.searched = searched }
    return erasure
  }

  /// Destroys what the last erasure left to be destroyed, and looks through all files for what they destroyed.
  ///
  /// - Returns: what was looked through; nil where nothing was erased.
  /// - Throws: `notAllErased`, with an entry that names the newest of the erasures.
  @discardableResult
  public func finish(
    _ search: ErasureSearch, as session: borrowing Session
  ) throws(VaultError) -> SearchedFiles? {
    guard let scan = search.scan, let last = search.last else { return nil }
    let searched = try look(for: scan, session)
    search.searched = searched
    let failed = try conclude(searched, of: last.entry, search.notes, session) { last.role }
    if let failed { throw .notAllErased(entry: failed) }
    return searched
  }

  func look(
    for scan: ByteScan, _ session: borrowing Session
  ) throws(VaultError) -> SearchedFiles {
    try sweep(session)
    let own = try isLeft(scan)
    var searched = try searchOthers(scan)
    searched.left.insert(contentsOf: own, at: 0)
    return searched
  }

  /// Nobody has to look for it again; where something is left, that is an entry.
  func conclude(
    _ searched: SearchedFiles, of erasure: Int, _ notes: [Digest], _ session: borrowing Session,
    _ role: () -> Role?
  ) throws(VaultError) -> Int? {
    let role = role()
    return try act(as: session) { context throws(VaultError) -> Ruling<Int?> in
      for note in notes { try context.tx.deleteNote(note) }
      guard !searched.left.isEmpty else { return .allowed(nil) }
      return .allowed(
        try context.append(Act.caseErase, .failed) { entry in
          (entry.ref, entry.why) = (erasure, .state)
          entry.role = role?.rawValue
        })
    }
  }

  /// Which of the vault's own files still hold something, with its journal. One that does is written anew, once.
  private func isLeft(_ scan: ByteScan) throws(VaultError) -> [String] {
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
    return (isInRecords ? ["records.db"] : []) + (isInCustody ? ["custody.db"] : [])
  }

  /// What else lies in the vault's directory, and what killed commands left beside it, is nobody's to write.
  private func searchOthers(_ scan: ByteScan) throws(VaultError) -> SearchedFiles {
    let files = VaultFiles(VaultFolder(store.folder))
    let (others, unlisted) = files.searchable()
    var searched = SearchedFiles(files: files.own.map(\.name), unread: unlisted, time: now())
    for file in others {
      let found = try VaultError.sealing { () throws(SealingError) in
        try scan.finds(in: file.path)
      }
      if found == true { searched.left.append(file.name) }
      if found == nil {
        searched.unread.append(file.name)
      } else {
        searched.files.append(file.name)
      }
    }
    return searched
  }
}
