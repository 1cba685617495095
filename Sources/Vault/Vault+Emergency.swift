import AuditLog
import Sealing

/// Breaking the glass. The entry is durable before anything can be read by it, and the reason's text goes to
/// the leads who review it.
extension Vault {
  /// States an emergency: `vital` opens at once, `clinical` waits for a second duty officer, any other class
  /// for a lead.
  ///
  /// - Parameters:
  ///   - reason: a code.
  ///   - text: for the leads alone.
  /// - Throws: `denied`, `caseNotFound`; `nothingToDo` where the same member's is in force or waits.
  public func openEmergency(
    _ fieldClass: FieldClass, of id: CaseID, because reason: String, text: String,
    as session: borrowing Session
  ) throws(VaultError) -> Emergency {
    try noting(
      Act.emergencyOpen, id, session, fill: { $0.class = Int(fieldClass.rawValue) }
    ) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Emergency> in
        try EmergencyActs(context: context).open(fieldClass, of: id, because: reason, text)
      }
    }
  }

  /// The second person agrees, within the hour; a lead with the class's key.
  ///
  /// - Throws: `keyNotGiven` where nobody has given that lead the key; nothing is opened then.
  public func giveEmergency(
    _ asked: Int, as session: borrowing Session
  ) throws(VaultError) -> (emergency: Emergency, entry: Int) {
    try answering(Act.approvalGive, asked, session) { acts throws(VaultError) in
      try acts.give(asked)
    }
  }

  /// Ends one before its hour, or takes back one that nobody gave.
  public func closeEmergency(
    _ opened: Int, as session: borrowing Session
  ) throws(VaultError) -> (emergency: Emergency, entry: Int) {
    try answering(Act.emergencyClose, opened, session) { acts throws(VaultError) in
      try acts.close(opened)
    }
  }

  /// A lead who neither asked nor gave it says that it was looked into.
  public func reviewEmergency(
    _ opened: Int, as session: borrowing Session
  ) throws(VaultError) -> (emergency: Emergency, entry: Int) {
    try answering(Act.emergencyReview, opened, session) { acts throws(VaultError) in
      try acts.review(opened)
    }
  }

  private func answering(
    _ act: String, _ opened: Int, _ session: borrowing Session,
    _ body: (EmergencyActs) throws(VaultError) -> Ruling<(Emergency, entry: Int)>
  ) throws(VaultError) -> (emergency: Emergency, entry: Int) {
    var item: StatedEmergencies.Item?
    let done = try notingAnswer(act, to: opened, session) { session throws(VaultError) in
      do throws(VaultError) {
        return try self.act(as: session) {
          context throws(VaultError) -> Ruling<(Emergency, entry: Int)> in
          let acts = EmergencyActs(context: context)
          item = try acts.find(opened)?.item
          return try body(acts)
        }
      } catch .denied(.state, let entry) {
        // Of an emergency nothing is missing in its case: what it is at is what is in the way.
        let state = item?.state(at: emergencyTime)
        throw state.map { .emergencyState($0, entry: entry) } ?? .denied(.state, entry: entry)
      } catch .denied(.fieldClass, let entry) {
        guard let lacking = item?.fieldClass else { throw .denied(.fieldClass, entry: entry) }
        throw .keyNotGiven(
          lacking, from: try roleWithoutSeed(session, lacking), entry: entry)
      }
    }
    if act != Act.approvalGive { try sweep(session) }
    return (done.0, done.entry)
  }

  /// Takes back the keys of emergencies whose hour is over and that nobody closed: the next command of a
  /// duty officer or a lead does it, as who closes one would.
  func settleEmergencies(_ session: borrowing Session) throws(VaultError) {
    guard try may(.closeEmergency, as: session) else { return }
    let (member, roles) = (session.member, OfficeAct.openEmergency.roles)
    let over = try looking { tx throws(VaultError) in
      try unreviewedEmergencies(for: member, tx) { $0.contains(where: roles.contains) }
    }.filter {
      $0.state == .ranOut && !$0.isClosed && $0.giver != nil && !Emergency.isOfDuty($0.fieldClass)
    }
    for emergency in over {
      do throws(VaultError) {
        try act(as: session) { context throws(VaultError) -> Ruling<Void> in
          let acts = EmergencyActs(context: context)
          // Somebody else may have been there first.
          if let found = try acts.find(emergency.entry), found.item.closed == nil {
            _ = try acts.close(emergency.entry)
          }
          return .allowed(())
        }
      } catch {
        // One case that is altered, or without its key, keeps nobody from the others: `log verify` names it.
        guard error.isAlteration else { throw error }
      }
    }
    if !over.isEmpty { try sweep(session) }
  }

  // MARK: Being told

  /// What somebody who is to give, close or review one sees of it first. The look is an entry; the text is
  /// opened for leads alone.
  public func emergency(
    _ opened: Int, as session: borrowing Session
  ) throws(VaultError) -> EmergencyLook {
    let keyring = session.keyring
    let (found, isLead, entry) = try act(as: session) {
      context throws(VaultError) -> Ruling<(EmergencyActs.Found?, Bool, Int)> in
      guard let role = context.role(for: .closeEmergency) else {
        return try context.refuse(Act.list, .role) { entry in
          (entry.kind, entry.ref) = (EmergencyActs.kind, Entry.number(opened))
        }
      }
      guard let found = try EmergencyActs(context: context).find(opened) else {
        let seq = try context.append(Act.list, .denied) { entry in
          (entry.kind, entry.why, entry.role) = (EmergencyActs.kind, .state, role.rawValue)
          entry.ref = Entry.number(opened)
        }
        return .allowed((nil, false, seq))
      }
      let seq = try context.append(Act.list) { entry in
        (entry.kind, entry.ref, entry.role) = (EmergencyActs.kind, opened, role.rawValue)
      }
      return .allowed((found, context.asker.roles.contains(.lead), seq))
    }
    guard let found else { throw .noted(.nothingAsked, entry: entry) }
    let time = emergencyTime
    return try looking { tx throws(VaultError) in
      keyring.beginCase()
      return EmergencyLook(
        emergency: Emergency(found.item, of: found.file.id, at: time),
        operations: try operations(of: found.file, keyring, tx).values,
        text: isLead ? try note(of: opened, found.file, keyring, tx) : nil, entry: entry)
    }
  }

  /// The text of the reason; nil where it was erased, or was written for an epoch that this lead does not
  /// hold.
  private func note(
    of opened: Int, _ file: Transaction.File, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    let entry = try ledger.provenEntry(opened, in: tx)
    guard let digest = entry.note, let sealed = try tx.note(digest), Digest.of(sealed) == digest,
      let epoch = entry.epoch.flatMap(UInt32.init(exactly:)),
      let seed = try? keyring.officeKey(.standing(.lead), version: epoch, tx, custody)
    else { return nil }
    let rec = try custody.pseudonym(of: file.key, id: file.id)
    let bytes = try VaultError.sealing { () throws(SealingError) in
      let box = try BoxKey(seed: seed, in: keyring.lasting)
      let place = Emergency.place(ofNoteBy: entry.actor, on: rec, vault: id)
      return try SealedNote.open(sealed.span, at: place, with: box)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every emergency of a case, for its owner and every lead, who are to know of each; for a duty officer
  /// their own. No entry is needed: whoever asks has just read the case.
  public func emergencies(
    of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> [Emergency] {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      let gate = gate(tx)
      guard let file = try tx.file(id) else { return [] }
      let asker = asker(member, memberKey)
      let isTold = try gate.standings(of: asker, to: file).contains {
        $0.relation == .owner || $0.role == .lead
      }
      return try gate.emergencies(of: file).map(\.item)
        .filter { isTold || $0.member == member }.sorted { $0.entry < $1.entry }
        .map { Emergency($0, of: id, at: emergencyTime) }
    }
  }
}

// MARK: Before they are shown anything

extension Vault {
  /// Whether a member could give an emergency: told of themselves, so without an entry. What is then done is
  /// written down.
  public func mayGiveEmergency(
    _ opened: Int, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    let roles = try roles(as: session)
    guard try lapse(ofAsk: opened) == nil else { return false }
    return try mayAnswer(.giveEmergency, opened, session) { found in
      let giver = Emergency.giver(of: found.fieldClass)
      return found.state == .waiting && giver.map(roles.contains) ?? false
    }
  }

  public func mayReviewEmergency(
    _ opened: Int, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    try mayAnswer(.reviewEmergency, opened, session) {
      $0.state == .closed || $0.state == .ranOut
    }
  }

  private func mayAnswer(
    _ act: OfficeAct, _ opened: Int, _ session: borrowing Session,
    _ isRipe: (Emergency) -> Bool
  ) throws(VaultError) -> Bool {
    guard try may(act, as: session) else { return false }
    let member = session.member
    return try looking { tx throws(VaultError) in
      try unreviewedEmergencies(for: member, tx).contains {
        $0.entry == opened && $0.asker != member && $0.giver != member && isRipe($0)
      }
    }
  }
}
