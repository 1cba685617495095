import AuditLog
import Sealing

extension Vault {
  /// The rule book that waits, for the second person to look at before they give it: the look is an entry.
  ///
  /// - Throws: `denied` where they may not give it, so that nobody reads through a book in vain;
  ///   `nothingAsked` where that entry asks for no rule book, or was answered.
  public func reviewRules(
    of seq: Int, as session: borrowing Session
  ) throws(VaultError) -> [RuleFile] {
    try notingAnswer(Act.approvalGive, to: seq, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<[RuleFile]> in
        switch try context.secondForRules(seq, Act.approvalGive) {
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        case .allowed(let role):
          let files = try context.waitingBook(seq)
          try context.append(Act.list) { entry in
            (entry.kind, entry.ref, entry.role) = ("rules", seq, role.rawValue)
          }
          return .allowed(files)
        }
      }
    }
  }

  /// Another lead or an administrator gives the rule book that a lead proposed; from this entry on it is the
  /// one in force.
  ///
  /// - Parameter table: the field table that the book makes, as the second person's own program reads it.
  /// - Throws: `proposalAltered` where that is not the one that the proposal states.
  public func giveRules(
    of seq: Int, fields table: FieldTable, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try notingAnswer(Act.approvalGive, to: seq, session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        switch try context.secondForRules(seq, Act.approvalGive) {
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        case .allowed(let role):
          let files = try context.waitingBook(seq)
          let stated = ledger.roster.proposal?.schema ?? context.directory.schema
          guard table.digest == stated else { throw .proposalAltered(entry: seq) }
          try checkKept(in: table)
          let entry = try context.answer(Act.approvalGive, seq, role)
          try context.tx.replaceRuleFiles(files)
          try context.tx.replace(table)
          try context.tx.deleteProposals()
          return .allowed(entry)
        }
      }
    }
    return Receipt(entry: entry)
  }

  /// A lead or an administrator refuses the rule book that waits; whoever proposed it takes it back so.
  public func refuseRules(
    of seq: Int, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try notingAnswer(Act.approvalRefuse, to: seq, session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        switch try context.secondForRules(seq, Act.approvalRefuse) {
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        case .allowed(let role):
          let entry = try context.answer(Act.approvalRefuse, seq, role)
          try context.tx.deleteProposals()
          return .allowed(entry)
        }
      }
    }
    return Receipt(entry: entry)
  }
}

extension ActContext {
  /// Whether the asker may answer the rule book that an entry proposes. Nobody gives their own.
  fileprivate func secondForRules(
    _ seq: Int, _ act: String
  ) throws(VaultError) -> Ruling<Role> {
    guard let role = role(for: .answerRules) else {
      return try refuse(act, .role) { $0.ref = seq }
    }
    guard vault.ledger.roster.proposal?.seq == seq else { throw .nothingAsked }
    let isOwn = vault.ledger.roster.proposer.map { MemberID($0.id) } == asker.member
    if isOwn, act == Act.approvalGive {
      return try refuse(act, .secondPerson) { $0.ref = seq }
    }
    return .allowed(role)
  }

  /// The tables that were proposed, held against what the entry states.
  fileprivate func waitingBook(_ seq: Int) throws(VaultError) -> [RuleFile] {
    let files = try tx.proposal(seq: seq)
    guard RuleFile.digest(files) == vault.ledger.roster.proposal?.rules else {
      throw .proposalAltered(entry: seq)
    }
    return files
  }

  fileprivate func answer(_ act: String, _ seq: Int, _ role: Role) throws(VaultError) -> Int {
    try append(act) { entry in (entry.ref, entry.role) = (seq, role.rawValue) }
  }
}
