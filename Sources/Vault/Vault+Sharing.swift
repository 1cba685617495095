import AuditLog

extension Vault {
  /// Gives a member copies of named fields until a day. The giver reads them first, with an entry of its
  /// own; the copies are sealed under a key that only the receiver is given.
  ///
  /// - Throws: `denied` where the giver may not share or read, or the receiver's role takes no excerpt of
  ///   a field's class.
  public func share(
    _ fields: Set<FieldID>, of id: CaseID, with handle: String, until: Int, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let member = try member(named: handle)
    try checkSharing(fields, of: id, with: member, session)
    guard until > now() else { throw .nothingToDo }
    let disclosure = try read(fields, of: id, for: purpose, as: session)
    let records = disclosure.records.filter { !$0.fields.isEmpty }
    guard !records.isEmpty else { throw .noSuchRecord }
    do {
      let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let role = context.role(for: .shareExcerpt) else {
          return try context.refuse(Act.excerptGive, .role)
        }
        return .allowed(
          try CaseWriter(context, id).give(records, to: member, until: until, role: role))
      }
      return Receipt(entry: seq)
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(Act.excerptGive, id, nil, session)
    }
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
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.role(for: .shareExcerpt) != nil else {
        return try context.refuse(Act.excerptGive, .role)
      }
      guard takes else { return try context.refuse(Act.excerptGive, .fieldClass) }
      return .allowed(())
    }
  }
}
