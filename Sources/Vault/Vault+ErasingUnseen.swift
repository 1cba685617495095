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

  /// Whether a lead other than who asked could give an erasure: then no administrator does.
  func hasOtherLead(than asker: MemberID?) -> Bool {
    ledger.roster.holders(of: .lead).contains { MemberID($0.id) != asker }
  }

  /// In which roles somebody other than this member gives an erasure that they ask for.
  public func givers(ofErasing part: ErasedPart?, askedBy session: borrowing Session) -> [Role] {
    let giver = giver(ofErasing: part)
    return part != nil || hasOtherLead(than: session.member) ? [giver] : [giver, .admin]
  }

  /// The erasures that wait for an administrator, part of another look: its entry is written.
  func waitingErasures(
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [(WaitingApproval.Kind, Int)] {
    guard erasesUnseen(keyring.member) else { return [] }
    var found: [(WaitingApproval.Kind, Int)] = []
    for (note, entry) in try askNotes(tx) {
      let asker = ledger.directory.member(entry.actor)
      guard let asker, !hasOtherLead(than: asker), let code = note.code(entry, for: keyring),
        let reason = entry.kind, try lapse(ofAsk: entry.seq, in: caseID(ofCode: code), tx) == nil
      else { continue }
      found.append((.erasure(code: code, reason: reason), note.seq))
    }
    return found
  }

  /// Refuses an administrator what another lead gives.
  ///
  /// - Throws: `denied` where one is there.
  public func checkUnseen(_ asked: Int, as session: borrowing Session) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard (0..<ledger.frontier.size).contains(asked) else { return .allowed(()) }
      let ask = try ledger.provenEntry(asked, in: context.tx)
      guard ask.act == Act.caseErase, ask.out == .ok, ask.gen == nil, ask.class == nil,
        hasOtherLead(than: context.directory.member(ask.actor))
      else { return .allowed(()) }
      return try context.refuse(Act.approvalGive, .role) { $0.ref = Entry.number(asked) }
    }
  }

  /// Gives erasures of whole cases that somebody asked for, as an administrator: all, or none. The rules stand as who
  /// asked had them held against the case: each is given only while nobody has written there since.
  ///
  /// - Parameters:
  ///   - asked: the entries that ask.
  ///   - place: where it throws, which of them stands in the way.
  /// - Throws: `denied`; `nothingAsked` where one asks for no erasure, was answered, or is not sealed to this member.
  public func eraseUnseen(
    _ asked: [Int], searching search: ErasureSearch, at place: inout Int,
    as session: borrowing Session
  ) throws(VaultError) -> [Erasure] {
    search.begin(self)
    let done: ErasureBatch.Done
    do { done = try giveUnseen(asked, at: &place, session) } catch {
      let cause = error
      throw try notingAnswer(Act.approvalGive, to: asked[place], session) {
        _ throws(VaultError) -> VaultError in throw cause
      }
    }
    search.add(done)
    return done.erasures
  }

  private func giveUnseen(
    _ asked: [Int], at place: inout Int, _ session: borrowing Session
  ) throws(VaultError) -> ErasureBatch.Done {
    try act(as: session) { context throws(VaultError) -> Ruling<ErasureBatch.Done> in
      try ErasureBatch(context: context).run(asked.count, at: &place) {
        number throws(VaultError) -> Ruling<UnseenOrder> in
        guard context.asker.roles.contains(.admin) else {
          return try context.refuse(Act.approvalGive, .role) {
            $0.ref = Entry.number(asked[number])
          }
        }
        return try ruleUnseen(asked[number], context)
      } carryOut: { _, order throws(VaultError) in
        let whole = WholeErasure(context: context, file: order.file)
        return try whole.run(order.asked, because: order.reason, order.rec, as: .admin)
      }
    }
  }

  private struct UnseenOrder {
    var asked: Int
    var reason: String
    var file: Transaction.File
    var rec: Identifier
  }

  private func ruleUnseen(
    _ asked: Int, _ context: ActContext
  ) throws(VaultError) -> Ruling<UnseenOrder> {
    guard let (note, ask) = try askNotes(context.tx).first(where: { $0.note.seq == asked }),
      let code = note.code(ask, for: context.keyring), let reason = ask.kind,
      let file = try context.tx.file(caseID(ofCode: code))
    else { throw .nothingAsked }
    context.keyring.beginCase()
    let rec = try context.pseudonym(file)
    guard ask.rec == rec else { throw .nothingAsked }
    func refused(_ why: Refusal) throws(VaultError) -> Ruling<UnseenOrder> {
      try context.refuse(Act.approvalGive, why) { ($0.ref, $0.rec) = (asked, rec) }
    }
    let asker = context.directory.member(ask.actor)
    guard asker != context.asker.member else { return try refused(.secondPerson) }
    if let lapse = try context.lapse(ofAsk: asked, in: file) { return try refused(lapse) }
    guard let asker, !hasOtherLead(than: asker) else { return try refused(.role) }
    guard file.seq == asked else { return try refused(.state) }
    return .allowed(UnseenOrder(asked: asked, reason: reason, file: file, rec: rec))
  }
}
