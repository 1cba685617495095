public import Vault

extension Casework {
  /// Links a file to another: each gets the other's code, in an entry of its own.
  ///
  /// - Parameter taken: the entry that took the file in, where the program links it to earlier copies.
  /// - Throws: `.stopped`; what the Vault says to a stranger, for a file that this member may not see.
  public func link(
    _ code: CaseCode, to other: CaseCode, as kind: LinkKind, taken: Int? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> LinkedFiles {
    let (id, otherID) = (try self.id(of: code), try self.id(of: other))
    return try stopping(.link, id, session) { session throws(CaseworkError) in
      guard id != otherID else { throw .stopped(book.stop(.linkToItself, about: "link.case_ref")) }
      return try steadily(session) { session throws(CaseworkError) in
        try checkMayLink(id, as: kind, session)
        let pair = LinkDesk(
          kind: kind, file: try lookToLink(id, session), other: try lookToLink(otherID, session),
          code: code, otherCode: other, now: moment)
        try pair.check()
        try checkRound(pair, session)
        return try write(pair, taken, session)
      }
    }
  }

  /// Whether a file that is still to be opened could be linked to this one: asked before, so that nothing is
  /// opened that then stands alone.
  ///
  /// - Throws: as ``link(_:to:as:as:)``.
  public func checkLink(
    to code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) {
    let id = try id(of: code)
    try stopping(.link, id, session) { session throws(CaseworkError) in
      _ = try lookToLink(id, session)
    }
  }

  /// Who is protected is for a lead to record: whoever may not is told whom to ask, before anything is opened.
  private func checkMayLink(
    _ id: CaseID, as kind: LinkKind, _ session: borrowing Session
  ) throws(CaseworkError) {
    let own = book.ids(["protection.protected_relatives"])
    guard kind == .relative else { return }
    let (may, standings) = try CaseworkError.ofVault { () throws(VaultError) in
      (try vault.mayWrite(own, to: id, as: session), try vault.standings(to: id, as: session))
    }
    // A stranger hears from the look what strangers hear.
    guard may.isEmpty, !standings.isEmpty else { return }
    throw .stopped(
      book.stop(.otherRole, about: "protection.protected_relatives", .role, names: [.role(.lead)]))
  }

  private func lookToLink(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    let fields = book.ids(LinkDesk.looksAt + Self.always).union(book.clockFields)
      .union(book.factFields)
    let found = try look(at: id, fields, as: session)
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    let roles: [Role] = [.intake, .socialWorker, .lead]
    guard standings.contains(where: { roles.contains($0.role) }) else {
      throw .stopped(
        book.stop(.otherRole, about: "link.case_ref", .role, names: roles.map(StopName.role)))
    }
    return found
  }

  /// Two entries, for they are two cases. Where the second was not written the act is done again, and then
  /// writes the half that is lacking.
  private func write(
    _ pair: LinkDesk, _ taken: Int?, _ session: borrowing Session
  ) throws(CaseworkError) -> LinkedFiles {
    let entry = try write(pair.changes, pair.file, taken, session)
    let otherEntry = try write(pair.otherChanges, pair.other, taken, session)
    return LinkedFiles(entry: entry, otherEntry: otherEntry, notes: pair.notes)
  }

  private func write(
    _ values: [FieldID: FieldValue], _ look: CaseLook, _ taken: Int?, _ session: borrowing Session
  ) throws(CaseworkError) -> Int? {
    guard !values.isEmpty else { return nil }
    return try CaseworkError.ofVault { () throws(VaultError) in
      // What only a social worker records of a minor, the link itself says for others.
      let own = book.ids(["dependant.dependant_ref"])
      let may = try vault.mayWrite(own, to: look.id, as: session)
      let kept = values.filter { !own.contains($0.key) || may.contains($0.key) }
      let changes = CaseChanges(kept, book: book, entered: moment)
      var writing = CaseWriting(.link, records: changes.records, since: look.version)
      writing.ref = taken
      writing.restated = CheckedChanges(changes: changes, look: look, now: moment).restated
      return try vault.write(writing, to: look.id, as: session).entry
    }
  }
}
