import AuditLog
import Sealing

extension Vault {
  /// In which role somebody gives the erasure of a part, or of all of a case.
  public func giver(ofErasing part: ErasedPart?) -> Role { fields.giver(ofErasing: part) }

  /// Gives erasures of different cases that somebody else asked for, and does them: all, or none where something of one
  /// stands in the way.
  ///
  /// The entries are durable first. Then custody destroys every key of a case, of a part of one the outer key
  /// that there was, and what still names a case that went goes; whoever dies in between leaves that to the next who
  /// takes the lock. What is destroyed is then to be looked for in all files.
  ///
  /// - Parameters:
  ///   - list: of the operations row, in which they wait.
  ///   - search: collects what is to be looked for: ``finish(_:as:)`` looks then.
  ///   - place: where it throws, which of them stands in the way.
  /// - Throws: `denied`; `nothingAsked`; `nothingToDo`.
  public func erase(
    _ asked: [AskedErasure], waitingIn list: FieldID, searching search: ErasureSearch,
    at place: inout Int, as session: borrowing Session
  ) throws(VaultError) -> [Erasure] {
    search.begin(self)
    let done = try noting(
      Act.approvalGive, asked.map(\.id), at: &place, session,
      fill: { $1.ref = Entry.number(asked[$0].entry) }
    ) { place, session throws(VaultError) in
      try give(asked, waitingIn: list, at: &place, session)
    }
    search.add(done)
    return done.erasures
  }

  /// One of them, and the look through the files.
  ///
  /// - Throws: the same; `notAllErased` where something is left that cannot be made to go.
  public func erase(
    _ asked: AskedErasure, waitingIn list: FieldID, as session: borrowing Session
  ) throws(VaultError) -> Erasure {
    let search = ErasureSearch()
    var place = 0
    var erasure = try erase(
      [asked], waitingIn: list, searching: search, at: &place, as: session)[0]
    if let searched = try finish(search, as: session) { erasure.searched = searched }
    return erasure
  }

  /// The act, and nothing of what comes behind it.
  func give(
    _ asked: [AskedErasure], waitingIn list: FieldID, at place: inout Int,
    _ session: borrowing Session
  ) throws(VaultError) -> ErasureBatch.Done {
    try act(as: session) { context throws(VaultError) -> Ruling<ErasureBatch.Done> in
      try ErasureBatch(context: context).run(asked.count, at: &place) {
        number throws(VaultError) -> Ruling<(CaseEraser, CaseEraser.Order)> in
        let (one, eraser) = (asked[number], try CaseEraser(context, asked[number].id))
        switch try eraser.rule(one.entry, waitingIn: list, since: one.version) {
        case .allowed(let order): return .allowed((eraser, order))
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        }
      } carryOut: { _, order throws(VaultError) in
        try order.0.carryOut(order.1, waitingIn: list)
      }
    }
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
  func isLeft(_ scan: ByteScan) throws(VaultError) -> [String] {
    let isInRecords = try isLeftInRecords(scan)
    var isInCustody = try custody.file.holds(scan)
    if isInCustody {
      // Custody changes only under the lock of the records.
      try store.transaction { _ throws(VaultError) in try custody.file.rewrite() }
      isInCustody = try custody.file.holds(scan)
    }
    return (isInRecords ? ["records.db"] : []) + (isInCustody ? ["custody.db"] : [])
  }

  func isLeftInRecords(_ scan: ByteScan) throws(VaultError) -> Bool {
    guard try store.holds(scan) else { return false }
    try store.rewrite()
    return try store.holds(scan)
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
