import AuditLog
import Sealing

extension Vault {
  /// What of the office waits for a second person, oldest first, as the directory has it. The look is an
  /// entry.
  public func waitingApprovals(
    as session: borrowing Session
  ) throws(VaultError) -> (waiting: [WaitingApproval], entry: Int) {
    let keyring = session.keyring
    let (asked, entry) = try act(as: session) {
      context throws(VaultError) -> Ruling<([(WaitingApproval.Kind, Int)], Int)> in
      guard let role = context.role(for: .listApprovals) else {
        return try context.refuse(Act.list, .role) { $0.kind = "approval" }
      }
      let asked = openAsks
      let seq = try context.append(Act.list) { entry in
        (entry.kind, entry.role) = ("approval", role.rawValue)
        entry.n = Entry.bucket(asked.count)
      }
      return .allowed((asked, seq))
    }
    let member = session.member
    let waiting = try looking { tx throws(VaultError) in
      let emergencies = try unreviewedEmergencies(for: member, tx)
        .filter { $0.state == .waiting }
        .map { (WaitingApproval.Kind.emergency($0.fieldClass), $0.entry) }
      let erasures = try waitingErasures(keyring, tx)
      return try (asked + emergencies + erasures).sorted { $0.1 < $1.1 }.map {
        kind, seq throws(VaultError) in
        let entry = try ledger.provenEntry(seq, in: tx)
        // What root asks it asks for whom it names.
        let member =
          ledger.directory.member(entry.actor) ?? entry.subj.flatMap(ledger.directory.member)
        // Of the others nothing is listed any more once it has lapsed.
        let isRole = if case .role = kind { true } else { false }
        return WaitingApproval(
          kind: kind, entry: seq,
          asker: try member.flatMap { id throws(VaultError) in try handle(of: id, keyring, tx) },
          lapse: isRole ? ledger.directory.lapse(of: entry) : nil)
      }
    }
    return (waiting, entry)
  }

  private var openAsks: [(WaitingApproval.Kind, Int)] {
    let roles = ledger.roster.waitingRoles.compactMap { waiting in
      Role(rawValue: waiting.role.rawValue).map { (WaitingApproval.Kind.role($0), waiting.seq) }
    }
    let rollbacks = ledger.roster.waitingAcceptances.map {
      (WaitingApproval.Kind.rollback, $0.seq)
    }
    let rules = ledger.roster.proposal.map { [(WaitingApproval.Kind.rules, $0.seq)] } ?? []
    return (roles + rollbacks + rules).sorted { $0.1 < $1.1 }
  }

  /// What the entry of a number asks of a second person. It only says which act answers it, and that act
  /// writes down whatever becomes of it; where it asks nothing, the refusal is written down here.
  ///
  /// - Parameter act: the answer, `approval.give` or `approval.refuse`.
  /// - Throws: `noted` with `nothingAsked`.
  public func asked(
    by seq: Int, answering act: CaseAct, as session: borrowing Session
  ) throws(VaultError) -> AskedAct {
    let member = session.member
    let asked: AskedAct? = try store.look { tx throws(VaultError) in
      try catchUp(tx)
      guard (0..<ledger.frontier.size).contains(seq) else { return nil }
      let act = try ledger.provenEntry(seq, in: tx).act
      if act == Act.rulesAdopt { return .rules }
      if act == Act.emergencyOpen { return .emergency }
      if act == Act.vaultAccept { return .rollback }
      if act == Act.caseErase, erasesUnseen(member) { return .erasure }
      return CaseAct(rawValue: act)?.mayBeAsked == true ? .inCase : nil
    }
    guard let asked else { throw try nothingAsked(by: seq, answering: act, as: session) }
    return asked
  }

  /// Why what an entry asks can be given by nobody: part of a look whose entry is written.
  public func lapse(ofAsk seq: Int) throws(VaultError) -> AskLapse? {
    try store.look { tx throws(VaultError) in
      ledger.directory.lapse(of: try ledger.provenEntry(seq, in: tx))
    }
  }

  /// The same of an ask in a case; also where nobody is left who could give it. A case that does not fit the log lapses
  /// nothing: whoever answers is told of it.
  public func lapse(ofAsk seq: Int, in id: CaseID) throws(VaultError) -> AskLapse? {
    try store.look { tx throws(VaultError) in
      if let lapse = try lapse(ofAsk: seq, in: id, tx) { return lapse }
      let ask = try ledger.provenEntry(seq, in: tx)
      guard ask.act == Act.caseErase, ask.class == nil,
        !hasOtherLead(than: ledger.directory.member(ask.actor)),
        try askNotes(tx).allSatisfy({ $0.note.seq != seq })
      else { return nil }
      return .noGiver
    }
  }

  func lapse(
    ofAsk seq: Int, in id: CaseID, _ tx: Transaction
  ) throws(VaultError) -> AskLapse? {
    let ask = try ledger.provenEntry(seq, in: tx)
    guard let file = try tx.file(id) else { return ledger.directory.lapse(of: ask) }
    let gate = Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
    do { return try gate.lapse(of: ask, in: file) } catch { return nil }
  }

  /// Whether the roles of a member allow an act of the office: told of themselves, so without an entry.
  public func may(_ act: OfficeAct, as session: borrowing Session) throws(VaultError) -> Bool {
    try roles(as: session).contains { act.roles.contains($0) }
  }
}
