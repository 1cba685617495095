import AuditLog

extension Vault {
  /// Reads fields that are to be given to a member, with an entry of its own; the copies are sealed under
  /// a key that only the receiver is given (`CaseWriting.giving`).
  ///
  /// - Throws: `denied` where the giver may not share or read, or the receiver's role takes no excerpt of
  ///   a field's class; `noSuchRecord` where one of the fields stands in no record of the case, as those of
  ///   the operations row do: nothing is shared then.
  public func readToGive(
    _ fields: Set<FieldID>, of id: CaseID, to member: MemberID, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(VaultError) -> Disclosure {
    try checkGiving(fields, of: id, to: member, as: session)
    let disclosure = try read(fields, of: id, for: purpose, as: session)
    // Fewer copies than were named would be told to the giver as all of them.
    guard !fields.isEmpty, fields.isSubset(of: disclosure.records.flatMap(\.fields.keys))
    else { throw .noSuchRecord }
    return disclosure
  }

  /// Whether this member may share at all, the other's role takes excerpts of these fields' classes, and the
  /// person keeps none of them from the other.
  ///
  /// - Returns: whether the other reads none of it before they are assigned to the case: health staff are given copies
  ///   of what they work with, and not a case of which they know nothing.
  /// - Throws: `denied`, with its entry.
  @discardableResult
  public func checkGiving(
    _ fields: Set<FieldID>, of id: CaseID, to member: MemberID, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    let roles = ledger.directory.roles(of: member)
    let takes = fields.allSatisfy { field in
      guard let rule = self.fields[field] else { return false }
      return roles.contains {
        KeyTable.access($0, .assigned, to: rule.fieldClass).mayHoldExcerpt
      }
    }
    return try noting(Act.excerptGive, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Bool> in
        guard context.role(for: .shareExcerpt) != nil else {
          return try context.refuseGiving(fields, .role, of: context.tx.file(id), to: member)
        }
        // Whoever has nothing to do with the case is told neither what somebody else's role takes nor
        // what is restricted in it: the same words as for a handle that there is not.
        let file = try context.tx.file(id)
        let stranger = try file.flatMap { file throws(VaultError) in
          context.gate.refusal(of: try context.gate.standings(of: context.asker, to: file))
        }
        guard stranger == nil, takes else {
          return try context.refuseGiving(fields, stranger ?? .fieldClass, of: file, to: member)
        }
        return try context.keeping(fields, of: id, from: member)
      }
    }
  }

  /// The classes of which somebody in these roles may be given copies.
  public func classesGiven(to roles: [Role]) -> Set<FieldClass> {
    Set(
      FieldClass.keyed.filter { fieldClass in
        roles.contains { KeyTable.access($0, .assigned, to: fieldClass).mayHoldExcerpt }
      })
  }

  /// Ends all that a member was given of a case by `share`, before its day.
  ///
  /// - Returns: with the last entry; there is one for each excerpt.
  /// - Throws: `denied` where the asker may not share in this case; `nothingToDo` where nothing was
  ///   given, or it was ended already.
  public func unshare(
    _ id: CaseID, with handle: String, as session: borrowing Session
  ) throws(VaultError) -> EndedAccess {
    let member = try receiver(named: handle, for: Act.excerptEnd, of: id, session)
    let seq = try notingState(Act.excerptEnd, id, session) { session throws(VaultError) in
      try noting(Act.excerptEnd, id, session) { session throws(VaultError) in
        try act(as: session) { context throws(VaultError) -> Ruling<Int> in
          try ExcerptEnder(context, id).end(of: member)
        }
      }
    }
    try sweep(session)
    return EndedAccess(entry: seq, caseID: id, members: [member], isToldLooks: true)
  }

  /// The cases of which this member was given copies that can still be read, and what ended of others, with one entry
  /// for the look.
  ///
  /// - Parameters:
  ///   - field: what ended is told of copies of this field alone.
  ///   - first: since when, in UTC milliseconds.
  public func casesGiven(
    endedOf field: FieldID?, since first: Int, as session: borrowing Session
  ) throws(VaultError) -> GivenCases {
    try act(as: session) { context throws(VaultError) -> Ruling<GivenCases> in
      let kind = CaseListing.referrals.kind
      guard let role = context.role(for: .listExcerpts) else {
        return try context.refuse(Act.list, .role) { $0.kind = kind }
      }
      var (given, cases) = (GivenCases(), [CaseID]())
      for key in try context.tx.filesOfExcerpts(member: context.asker.memberKey, at: now()) {
        if let file = try context.tx.file(key: key) { cases.append(file.id) }
      }
      let count = cases.count
      let seq = try context.append(Act.list) { entry in
        (entry.kind, entry.n, entry.role) = (kind, Entry.bucket(count), role.rawValue)
      }
      (given.cases, given.entry) = (cases, seq)
      if let field { given.ended = try context.endedGivings(holding: field, since: first) }
      return .allowed(given)
    }
  }
}

extension ActContext {
  /// What the person keeps from a role is shared with nobody who has it, whoever would share it.
  fileprivate func keeping(
    _ fields: Set<FieldID>, of id: CaseID, from member: MemberID
  ) throws(VaultError) -> Ruling<Bool> {
    guard let file = try tx.file(id) else { return .allowed(false) }
    guard try gate.isExcluded(member, from: gate.restrictions(of: file), any: fields) else {
      guard let key = try tx.member(member)?.key else { return .allowed(false) }
      let asker = Gate.Asker(
        member: member, memberKey: key, roles: directory.roles(of: member))
      let standings = try gate.standings(of: asker, to: file, holdsExcerpt: true)
      return .allowed(gate.refusal(of: standings) != nil)
    }
    return try refuseGiving(fields, .restricted, of: file, to: member)
  }

  /// The person is told of every attempt to give something of theirs away, and to whom.
  fileprivate func refuseGiving(
    _ fields: Set<FieldID>, _ why: Refusal, of file: Transaction.File?, to member: MemberID
  ) throws(VaultError) -> Ruling<Bool> {
    let actor = directory.actor(of: member)
    let rec = try file.map { file throws(VaultError) in try pseudonym(file) }
    return try refuse(Act.excerptGive, why) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.fields = Entry.fieldCodes(fields)
    }
  }
}
