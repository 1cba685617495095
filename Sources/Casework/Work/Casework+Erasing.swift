public import Vault

/// A file is erased by two people: the owner or a lead asks, another lead gives it (design, "Two people").
extension Casework {
  /// Asks another lead to have a file erased.
  ///
  /// - Throws: `.stopped` where the file does not show the ground that is named.
  public func askErasure(
    of code: CaseCode, because reason: Code, as session: borrowing Session
  ) throws(CaseworkError) -> ErasureAsk {
    let id = try id(of: code)
    return try stopping(.erase, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        let look = try lookForErasure(id, session)
        if let stop = ErasureRule(reason: reason, look: look).stop { throw .stopped(stop) }
        guard let list = book["case.pending"]?.id else { throw .noSuchForm }
        var writing = CaseWriting(.erase, since: look.version)
        writing.second = .ask(subject: reason.code, list: list)
        writing.kind = reason.code
        let entry = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.write(writing, to: id, as: session).entry
        }
        return ErasureAsk(reason: reason, entry: entry)
      }
    }
  }

  /// Gives it, and has it done. The rules are asked again: the file may have changed since.
  func erase(
    _ asked: WaitingAsk, waitingIn list: FieldID, _ session: borrowing Session
  ) throws(CaseworkError) -> Erasure {
    let look = try lookForErasure(asked.id, session)
    guard let reason = book.codeLists[ErasureRule.list]?[asked.ask.subject] else {
      throw .vault(.nothingAsked)
    }
    if let stop = try stopUnlessLead(asked.id, session)
      ?? ErasureRule(reason: reason, look: look).stop
    {
      throw .stopped(stop)
    }
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.erase(
        asked.ask.entry, waitingIn: list, of: asked.id, since: look.version, as: session)
    }
  }

  /// Who may give it may also refuse it; nothing changes but that the ask is gone.
  func unerased(
    _ asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    let look = try lookForErasure(asked.id, session)
    if let stop = try stopUnlessLead(asked.id, session) { throw .stopped(stop) }
    return CheckedChanges(changes: CaseChanges(), look: look, now: moment)
  }

  private func stopUnlessLead(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    return standings.contains { $0.role == .lead }
      ? nil : RuleStop(.otherRole, .role, names: [.role(.lead)])
  }

  private func lookForErasure(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    try look(at: id, book.ids(ErasureRule.looksAt + Self.always), as: session)
  }
}
