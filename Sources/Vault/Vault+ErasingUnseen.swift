import AuditLog
import Sealing

/// An office with one lead can erase too: an administrator is the second person, who reads nothing of the case
/// and is told its code alone (design, casework: "Two people").
extension Vault {
  /// Whether a member answers asks for erasures by the note that is sealed to administrators: who is a lead too sees
  /// the case, and what waits in it.
  func erasesUnseen(_ member: MemberID) -> Bool {
    let roles = ledger.directory.roles(of: member)
    return roles.contains(.admin) && !roles.contains(.lead)
  }

  /// The erasures that wait for an administrator, part of another look: its entry is written.
  func waitingErasures(
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [(WaitingApproval.Kind, Int)] {
    guard erasesUnseen(keyring.member) else { return [] }
    return try askNotes(tx).compactMap { note, entry in
      guard let code = note.code(entry, for: keyring), let reason = entry.kind else { return nil }
      return (.erasure(code: code, reason: reason), note.seq)
    }
  }

  /// Gives the erasure of a whole case that somebody asked for, as an administrator. The rules stand as who asked had
  /// them held against the case: it is given only while nobody has written there since.
  ///
  /// - Throws: `denied`; `nothingAsked` where it asks for no erasure, was answered, or is not sealed to this member;
  ///   what ``finish(_:as:)`` throws.
  public func eraseUnseen(
    _ asked: Int, searching search: ErasureSearch, as session: borrowing Session
  ) throws(VaultError) -> Erasure {
    let done = try notingAnswer(Act.approvalGive, to: asked, session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<CaseEraser.Done> in
        guard context.asker.roles.contains(.admin) else {
          return try context.refuse(Act.approvalGive, .role) { $0.ref = Entry.number(asked) }
        }
        return try eraseUnseen(asked, context)
      }
    }
    search.add(done)
    return done.erasure
  }

  private func eraseUnseen(
    _ asked: Int, _ context: ActContext
  ) throws(VaultError) -> Ruling<CaseEraser.Done> {
    guard let (note, ask) = try askNotes(context.tx).first(where: { $0.note.seq == asked }),
      let code = note.code(ask, for: context.keyring), let reason = ask.kind,
      let file = try context.tx.file(caseID(ofCode: code))
    else { throw .nothingAsked }
    context.keyring.beginCase()
    let rec = try context.pseudonym(file)
    guard ask.rec == rec else { throw .nothingAsked }
    func refused(_ why: Refusal) throws(VaultError) -> Ruling<CaseEraser.Done> {
      try context.refuse(Act.approvalGive, why) { ($0.ref, $0.rec) = (asked, rec) }
    }
    guard context.directory.member(ask.actor) != context.asker.member
    else { return try refused(.secondPerson) }
    guard file.seq == asked else { return try refused(.state) }
    let erasure = WholeErasure(context: context, file: file)
    return .allowed(try erasure.run(asked, because: reason, rec, as: .admin))
  }
}
