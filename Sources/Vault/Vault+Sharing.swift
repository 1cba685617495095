import AuditLog

extension Vault {
  /// Gives a member copies of named fields until a day. The giver reads them first, with an entry of its
  /// own; the copies are sealed under a key that only the receiver is given.
  ///
  /// - Throws: `denied` where the giver may not share or read, or the receiver's role takes no excerpt of
  ///   a field's class; `noSuchRecord` where one of the fields stands in no record of the case, as those of
  ///   the operations row do: nothing is shared then.
  public func share(
    _ fields: Set<FieldID>, of id: CaseID, with handle: String, until: Int, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let member = try member(named: handle)
    try checkSharing(fields, of: id, with: member, session)
    guard until > now() else { throw .nothingToDo }
    for _ in 0..<Self.tries {
      do {
        return try give(fields, of: id, to: member, until: until, for: purpose, as: session)
      } catch .changedMeanwhile {
        try checkSharing(fields, of: id, with: member, session)
      }
    }
    throw .lockedByAnotherProcess
  }

  /// How often a value that is written while it is being copied is read again.
  private static let tries = 3

  private func give(
    _ fields: Set<FieldID>, of id: CaseID, to member: MemberID, until: Int, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let disclosure = try read(fields, of: id, for: purpose, as: session)
    let records = disclosure.records.filter { !$0.fields.isEmpty }
    // Fewer copies than were named would be told to the giver as all of them.
    guard !fields.isEmpty, fields.isSubset(of: records.flatMap(\.fields.keys))
    else { throw .noSuchRecord }
    return try noting(Act.excerptGive, id, session) { session throws(VaultError) in
      let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let role = context.role(for: .shareExcerpt) else {
          return try context.refuse(Act.excerptGive, .role)
        }
        return .allowed(
          try CaseWriter(context, id).give(records, to: member, until: until, role: role))
      }
      return Receipt(entry: seq)
    }
  }

  /// Ends all that a member was given of a case by `share`, before its day.
  ///
  /// - Returns: the last entry; there is one for each excerpt.
  /// - Throws: `denied` where the asker may not share in this case; `nothingToDo` where nothing was
  ///   given, or it was ended already.
  public func unshare(
    _ id: CaseID, with handle: String, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let member = try member(named: handle)
    let seq = try noting(Act.excerptEnd, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try ExcerptEnder(context, id).end(of: member)
      }
    }
    try sweep(session)
    return Receipt(entry: seq)
  }

  private func checkSharing(
    _ fields: Set<FieldID>, of id: CaseID, with member: MemberID, _ session: borrowing Session
  ) throws(VaultError) {
    let roles = ledger.directory.roles(of: member)
    let takes = fields.allSatisfy { field in
      guard let rule = self.fields[field] else { return false }
      return roles.contains {
        KeyTable.access($0, .assigned, to: rule.fieldClass).mayHoldExcerpt
      }
    }
    try noting(Act.excerptGive, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Void> in
        guard context.role(for: .shareExcerpt) != nil else {
          return try context.refuse(Act.excerptGive, .role)
        }
        guard takes else { return try context.refuse(Act.excerptGive, .fieldClass) }
        return try context.keeping(fields, of: id, from: member)
      }
    }
  }
}

extension ActContext {
  /// What the person keeps from a role is shared with nobody who has it, whoever would share it.
  fileprivate func keeping(
    _ fields: Set<FieldID>, of id: CaseID, from member: MemberID
  ) throws(VaultError) -> Ruling<Void> {
    guard let file = try tx.file(id) else { return .allowed(()) }
    let standings = try gate.standings(of: asker, to: file)
    // Who has nothing to do with the case is not told what is restricted in it.
    guard gate.refusal(of: standings) == nil,
      try gate.isExcluded(member, from: gate.restrictions(of: file), any: fields)
    else { return .allowed(()) }
    let (rec, actor) = (try pseudonym(file), directory.actor(of: member))
    return try refuse(Act.excerptGive, .restricted) { entry in
      entry.rec = rec
      entry.subj = actor
      entry.fields = Entry.fieldCodes(fields)
    }
  }
}
