public import Vault

/// A file is erased by two people, whole or a part of it: the owner or a lead asks, another lead gives it
/// (design, "Two people"); of the history of a health field a duty officer, who alone can seal what is left.
extension Casework {
  /// Asks somebody else to have a file erased, or a part of it.
  ///
  /// - Throws: `.stopped` where the file does not show the ground that is named.
  public func askErasure(
    of code: CaseCode, part: ErasedPart? = nil, because reason: Code, as session: borrowing Session
  ) throws(CaseworkError) -> ErasureAsk {
    let id = try id(of: code)
    return try stopping(.erase, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        let look = try lookForErasure(id, session)
        if let stop = ErasureRule(reason: reason, look: look).stop { throw .stopped(stop) }
        guard let list = book["case.pending"]?.id else { throw .noSuchForm }
        let subject = ErasureSubject(reason.code, part).text
        let before = look.value("case.pending").map { pending(in: [list: $0]) } ?? []
        var writing = CaseWriting(.erase, since: look.version)
        writing.second = .ask(subject: subject, list: list)
        writing.kind = reason.code
        // Of a part something is to be sealed anew, which no administrator can.
        writing.code = part == nil ? code.symbols : nil
        // The same asked again takes the place of what waits, and its entry says of which.
        writing.ref = before.first { $0.act == .erase && $0.subject == subject }?.entry
        let entry = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.write(writing, to: id, as: session).entry
        }
        return ErasureAsk(
          reason: reason, part: part, givers: vault.givers(ofErasing: part, askedBy: session),
          entry: entry,
          replaced: writing.ref)
      }
    }
  }

  /// Gives it, and has it done. The rules are asked again: the file may have changed since.
  func erase(
    _ asked: WaitingAsk, waitingIn list: FieldID, searching search: ErasureSearch?,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Erasure {
    guard let subject = asked.erasure,
      let reason = book.codeLists[ErasureRule.list]?[subject.reason]
    else { throw .vault(.nothingAsked) }
    let role = vault.giver(ofErasing: subject.part)
    if let stop = try stopUnless(role, session) { throw .stopped(stop) }
    var version: UInt64?
    // A duty officer sees nothing of what the rule looks at: for them the Vault asks that nobody wrote since
    // it was asked.
    if role == .lead {
      let look = try lookForErasure(asked.id, session)
      if let stop = ErasureRule(reason: reason, look: look).stop { throw .stopped(stop) }
      version = look.version
    }
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.erase(
        asked.ask.entry, waitingIn: list, of: asked.id, since: version, searching: search,
        as: session)
    }
  }

  /// Who may give it may also refuse it; nothing changes but that the ask is gone.
  func unerased(
    _ asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    if let stop = try stopUnless(.lead, session) { throw .stopped(stop) }
    let look = try lookForErasure(asked.id, session)
    return CheckedChanges(changes: CaseChanges(), look: look, now: moment)
  }

  private func stopUnless(
    _ role: Role, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let roles = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.roles(as: session)
    }
    return roles.contains(role) ? nil : RuleStop(.otherRole, .role, names: [.role(role)])
  }

  private func lookForErasure(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    try look(at: id, book.ids(ErasureRule.looksAt + Self.always), as: session)
  }
}
