import AuditLog
import Sealing

extension Vault {
  private static let kind = "rules"

  /// Says which rule book is in force, for a member who looks at it: the look is an entry.
  public func ruleStanding(as session: borrowing Session) throws(VaultError) -> RuleStanding {
    let entry = try stateRuleLook(Act.list, session)
    let roster = ledger.roster
    guard let digest = roster.rules else { throw .schemaAltered }
    return RuleStanding(
      digest: digest.hex, adopted: roster.adoption?.seq ?? Self.firstAdoption,
      approved: roster.adoption?.approval, waiting: roster.proposal?.seq, entry: entry)
  }

  /// The entry that brought in the book in force, as of the last act; for pages that say under which rules a
  /// case is held.
  public var rulesAdopted: Int { ledger.roster.adoption?.seq ?? Self.firstAdoption }

  /// Root's, when the vault was made (Format.md, "The directory": leaves 0 to 3).
  private static let firstAdoption = 3

  /// Gives the rule book out: the entry comes before the first byte.
  public func exportRules(as session: borrowing Session) throws(VaultError) -> Receipt {
    Receipt(entry: try stateRuleLook(Act.export, session))
  }

  private func stateRuleLook(
    _ act: String, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .readRules) else {
        return try context.refuse(act, .role) { $0.kind = Self.kind }
      }
      return .allowed(
        try context.append(act) { entry in
          (entry.kind, entry.role) = (Self.kind, role.rawValue)
          if act == Act.export { entry.sum = context.directory.rules }
        })
    }
  }

  /// A lead proposes a rule book. It is kept whole and does nothing until another lead or an administrator
  /// gives it; a book that waited before waits no more.
  ///
  /// - Parameter table: the field table that the book makes.
  /// - Throws: `nothingToDo` for the book in force, `fieldTable` where the table has a field otherwise than
  ///   it is, or not at all.
  public func proposeRules(
    _ files: [RuleFile], fields table: FieldTable, as session: borrowing Session
  ) throws(VaultError) -> ProposedBook {
    try notingBrought(Act.rulesAdopt, for: .proposeRules, session) { session throws(VaultError) in
      try propose(files, table, session)
    }
  }

  private func propose(
    _ files: [RuleFile], _ table: FieldTable, _ session: borrowing Session
  ) throws(VaultError) -> ProposedBook {
    let sum = RuleFile.digest(files)
    return try act(as: session) { context throws(VaultError) -> Ruling<ProposedBook> in
      guard let role = context.role(for: .proposeRules) else {
        return try context.refuse(Act.rulesAdopt, .role)
      }
      guard sum != context.directory.rules else { throw .nothingToDo }
      try checkKept(in: table)
      let before = ledger.roster.proposal?.seq
      let seq = try context.append(Act.rulesAdopt) { entry in
        (entry.sum, entry.role) = (sum, role.rawValue)
      }
      if table.digest != context.directory.schema {
        try context.append(Act.schemaSet) { entry in
          (entry.kind, entry.sum) = ("fields", table.digest)
          (entry.ref, entry.role) = (seq, role.rawValue)
        }
      }
      try context.tx.setProposal(files, seq: seq)
      return .allowed(ProposedBook(entry: seq, superseded: before))
    }
  }

  /// What is sealed under a field stays what it is: its class is in the seal, and who reads it was promised
  /// to whoever told it. Only new fields may come.
  func checkKept(in table: FieldTable) throws(VaultError) {
    for rule in fields.rules where table[rule.id] != rule { throw .fieldTable(rule.id) }
  }
}
