import AuditLog

extension Vault {
  /// Opens one case.
  ///
  /// - Parameter mark: what was seen when it was looked whether the person has a file; nil where it does not matter
  ///   whom else there is.
  /// - Throws: `nothingToDo` where somebody else may be found since: it is to be looked once more.
  public func openCase(
    _ opening: CaseOpening, unlessSince mark: SearchMark? = nil, as session: borrowing Session
  ) throws(VaultError) -> Opened {
    try act(as: session) { context throws(VaultError) -> Ruling<Opened> in
      let role = context.role(for: opening.isCanary ? .openCanary : .openCase)
      guard let role else {
        return try context.refuse(Act.recordCreate, .role) { entry in
          if opening.isCanary { entry.kind = Entry.canary }
        }
      }
      try checkOfficers()
      try context.refuse(unlessSeenBy: mark)
      return try custody.adding { additions throws(VaultError) -> Ruling<Opened> in
        switch try CaseOpener(context, additions, role: role).open(opening) {
        case .allowed(let opened): return .allowed(Opened(id: opened.id, entry: opened.seq))
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        }
      }
    }
  }

  /// Whether the member may open a file, asked before anybody tells what is wrong with the form: a refusal is an
  /// entry.
  public func checkOpening(isCanary: Bool, as session: borrowing Session) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.role(for: isCanary ? .openCanary : .openCase) == nil else {
        return .allowed(())
      }
      return try context.refuse(Act.recordCreate, .role) { entry in
        if isCanary { entry.kind = Entry.canary }
      }
    }
  }

  /// Opens every case that the register yields, all or none: one entry a case, one for the whole.
  ///
  /// - Parameters:
  ///   - register: SHA-256 of the file, for the entry of the whole.
  ///   - mark: as for one case (`openCase`).
  ///   - next: the next case, nil at the end, after which it is not asked again; what it throws undoes everything.
  public func importCases(
    register: RegisterDigest, after search: Int? = nil, unlessSince mark: SearchMark? = nil,
    as session: borrowing Session,
    drafting next: () throws(VaultError) -> CaseOpening.Draft?
  ) throws(VaultError) -> Imported {
    do {
      return try act(as: session) { context throws(VaultError) -> Ruling<Imported> in
        guard let role = context.role(for: .importRegister) else {
          return try context.refuse(Act.intakeImport, .role)
        }
        try checkOfficers()
        try context.refuse(unlessSeenBy: mark)
        return .allowed(try context.importAll(role: role, register: register, after: search, next))
      }
    } catch .refusedWithin(let reason) {
      // The cases before it are undone with it; the refusal itself is an entry.
      return try act(as: session) { context throws(VaultError) -> Ruling<Imported> in
        try context.refuse(Act.intakeImport, reason)
      }
    }
  }

  /// Whether the member may take in a register, asked before it is read: a refusal is an entry.
  ///
  /// - Returns: the role under which it would be.
  /// - Throws: `denied`; `officersMissing` where no case can be opened yet.
  public func checkImport(as session: borrowing Session) throws(VaultError) -> Role {
    try act(as: session) { context throws(VaultError) -> Ruling<Role> in
      guard let role = context.role(for: .importRegister) else {
        return try context.refuse(Act.intakeImport, .role)
      }
      try checkOfficers()
      return .allowed(role)
    }
  }

  /// No case is opened before a lead and a duty officer can read what they must.
  func checkOfficers() throws(VaultError) {
    let directory = ledger.directory
    guard directory.epoch(of: .lead) != nil, directory.epoch(of: .duty) != nil,
      directory.epoch(of: .recovery) != nil, directory.version(of: .operations) != nil
    else { throw .officersMissing }
  }
}
