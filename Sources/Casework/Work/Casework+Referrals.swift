public import Vault

/// Lists of referrals.
extension Casework {
  /// All referrals of one case, oldest first, for whoever reads them.
  public func referrals(
    of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Referrals {
    let id = try id(of: code)
    let form = try steadily(session) { session throws(CaseworkError) in
      try settledForm(id, session)
    }
    return Referrals(
      lines: try lines(form.look, code.text, session), entry: form.look.entry, unopened: 0)
  }

  /// Those that wait for this member's answer, or that they accepted and can still read; and those of their
  /// own cases that wait for the answer of others.
  public func referrals(as session: borrowing Session) throws(CaseworkError) -> Referrals {
    let roles = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.roles(as: session)
    }
    let isReceiver = roles.contains { [.healthStaff, .duty, .police, .legalAid].contains($0) }
    let isSender = roles.contains { [.socialWorker, .lead].contains($0) }
    // Who is neither is refused, with an entry, by the list that asks for more.
    let received = isReceiver || !isSender ? try receivedReferrals(session) : nil
    let sent = isSender ? try sentReferrals(session) : nil
    return Referrals(
      lines: (received?.lines ?? []) + (sent?.lines ?? []),
      entry: sent?.entry ?? received?.entry ?? 0,
      unopened: (sent?.unopened ?? 0) + (received?.unopened ?? 0),
      ended: received?.ended ?? [])
  }

  private func receivedReferrals(
    _ session: borrowing Session
  ) throws(CaseworkError) -> Referrals {
    let given = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.casesGiven(
        endedOf: book["referral.state"]?.id, since: now() - Self.toldAfterEnd, as: session)
    }
    var (lines, closed) = ([ReferralLine](), 0)
    let fields = book.ids(Referral.looksAt)
    for id in given.cases {
      let readable = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.mayRead(fields, of: id, for: .careManagement, as: session)
      }
      // Copies that were shared without a referral have nothing to answer.
      guard !readable.isEmpty else { continue }
      do {
        let look = try look(at: id, fields, as: session)
        lines += try self.lines(look, nil, session).filter(\.isMine)
      } catch .vault(.altered) { closed += 1 }
    }
    return Referrals(
      lines: lines, entry: given.entry, unopened: closed, ended: given.ended)
  }

  /// How long a receiver is told that something ended: 90 days, in milliseconds.
  private static let toldAfterEnd = 90 * 86_400_000

  /// The operations rows say in which cases the clock of a reply runs; no other case is opened.
  private func sentReferrals(
    _ session: borrowing Session
  ) throws(CaseworkError) -> Referrals {
    var (waiting, closed) = ([(id: CaseID, code: String?)](), 0)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(.referrals, as: session) { id, values throws(VaultError) in
        guard let values else {
          closed += 1
          return
        }
        guard let due = book["case.due"].flatMap({ values[$0.id] }) else { return }
        if DueItem.all(in: due).contains(where: { $0.isReply && !$0.isResting }) {
          // The code is that of here: the referral may have come along with a file that has another one.
          waiting.append((id, try? CaseCode(summary(values).code).text))
        }
      }.entry
    }
    var lines: [ReferralLine] = []
    for (id, code) in waiting {
      let form = try steadily(session) { session throws(CaseworkError) in
        try settledForm(id, session)
      }
      lines += try self.lines(form.look, code, session).filter { $0.state.isOpen }
    }
    return Referrals(lines: lines, entry: entry, unopened: closed)
  }

  private func lines(
    _ look: CaseLook, _ code: String?, _ session: borrowing Session
  ) throws(CaseworkError) -> [ReferralLine] {
    var lines: [ReferralLine] = []
    let shelters = ShelterNames(look.records)
    let incoming = try passed(look).filter(\.isIncoming).map(\.referral)
    for record in look.records.records(of: "referral") {
      let referral = Referral(record: record, records: look.records)
      guard let id = record.id, let state = referral.state else { continue }
      var handle: String?
      if let receiver = referral.receiver {
        handle = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.handle(of: receiver, as: session)
        }
      }
      lines.append(
        ReferralLine(
          caseCode: code ?? look.records.text("referral.code", in: record) ?? "", record: id,
          state: state, purpose: look.records.text("referral.purpose", in: record),
          recipient: shelters.hides("referral.referral_to", of: id, in: book)
            ? PageField.placeOfShelter : look.records.text("referral.referral_to", in: record),
          receiver: handle,
          due: look.records.text("referral.reply_due_at", in: record),
          fields: look.records.items("referral.fields", in: record),
          isMine: (referral.receiver == session.member || incoming.contains(id)) && state.isOpen))
    }
    return lines
  }
}
