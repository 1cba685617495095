public import Vault

/// The receiver's side of a referral, and how their answer reaches the file.
///
/// Whose role seals for those who hold the class (health staff, police) writes the answer into the referral
/// itself. Legal aid may not write into a case: that they accepted or rejected is an entry of theirs in the
/// log, what they rejected they can read no more, and whoever looks next at the referral, at its case or at what is due
/// and may write there records it; their reasons come on paper.
extension Casework {
  /// What a receiver gives when they reject a referral.
  public static let replyFields = ["reply"]

  /// Accepts a referral that was sent to this member.
  public func accept(
    _ record: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> ReferralReply {
    try answer(record, .accepted, FormInput([:]), of: code, session)
  }

  /// Rejects it, with the reason in writing (Circular 35/2013 Art. 16(3)(b)).
  public func reject(
    _ record: RecordID, _ input: FormInput, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> ReferralReply {
    try answer(record, .rejected, input, of: code, session)
  }

  /// Whether this member's answer is written into the case itself.
  public func mayReply(
    in code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Bool {
    try mayReply(id(of: code), session)
  }

  private func mayReply(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Bool {
    let fields = book.ids(["referral.state", "referral.reply", "referral.replied_at"])
    return try CaseworkError.ofVault { () throws(VaultError) in
      try fields.isSubset(of: vault.mayWrite(fields, to: id, as: session))
    }
  }

  private func answer(
    _ record: RecordID, _ state: ReferralState, _ input: FormInput, of code: CaseCode,
    _ session: borrowing Session
  ) throws(CaseworkError) -> ReferralReply {
    let reply = try read(input, naming: Self.replyFields, of: "referral").values
    let act: CaseAct = state == .accepted ? .referralAccept : .referralReject
    let id = try id(of: code)
    let mayWrite = try mayReply(id, session)
    return try stopping(act, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try checkIsInTime(record, act, id, session)
        let look = try look(at: id, book.ids(Referral.looksAt), as: session)
        try check(record, state, reply, isWritten: mayWrite, look, session)
        guard mayWrite else {
          let entry = try CaseworkError.ofVault { () throws(VaultError) in
            try vault.answer(act, holding: record, of: id, as: session).entry
          }
          return ReferralReply(entry: entry, isOnPaper: true)
        }
        var form = CheckedChanges(changes: CaseChanges(), look: look, now: moment)
        form.change("referral", record, reply.merging(replied(state, moment)) { $1 })
        var writing = CaseWriting(act, records: form.changes.records, since: look.version)
        if state == .rejected { writing.ending = .holding(record) }
        return ReferralReply(entry: try write(writing, to: id, session), isOnPaper: false)
      }
    }
  }

  /// Whoever comes a day too late did nothing that their role may not do: the copies have ended, and what they would
  /// answer with them.
  private func checkIsInTime(
    _ record: RecordID, _ act: CaseAct, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) {
    let isLate = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.hasRunOut(record, of: id, answering: act, as: session)
    }
    guard !isLate else { throw .stopped(RuleStop(.answeredLate, .expired, .ownChoice)) }
  }

  private func check(
    _ record: RecordID, _ state: ReferralState, _ reply: [FieldID: FieldValue], isWritten: Bool,
    _ look: CaseLook, _ session: borrowing Session
  ) throws(CaseworkError) {
    guard let referral = Referral(record, in: look.records), let present = referral.state else {
      throw .noSuchRecord
    }
    try stopUnsigned(record, look, state)
    guard referral.receiver == session.member else {
      throw .stopped(RuleStop(.notReceiver, .role, .ownChoice))
    }
    if let stop = present.stop(to: state, book) { throw .stopped(stop) }
    let isReasoned = reply.values.contains { $0.state == .given }
    guard state == .accepted || !isWritten || isReasoned else {
      throw .stopped(RuleStop(.rejectionReason, .state, .referralRefused))
    }
  }

  private func replied(_ state: ReferralState, _ at: Moment) -> [FieldID: FieldValue] {
    book.values([
      "referral.state": .text(state.rawValue), "referral.replied_at": .dateTime(at.text),
    ])
  }

  // MARK: What the log holds for the sender

  /// Of limits that run for an answer, records those answers that lie in the log alone: one that came in time is not
  /// overdue because nobody looked at the referral since.
  ///
  /// - Parameter items: what runs in the case.
  /// - Returns: whether anything was recorded.
  func hear(
    _ items: [DueItem], of id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Bool {
    var isAnswered = false
    for item in items where item.isReply && !item.isResting && !isAnswered {
      guard let record = item.record else { continue }
      isAnswered = try answer(to: record, id, session) != nil
    }
    guard isAnswered, try mayHear(id, session) else { return false }
    return try steadily(session) { session throws(CaseworkError) in
      var heard = 0
      _ = try settledForm(id, hearing: &heard, session)
      return heard > 0
    }
  }

  /// Whether this member sees the referrals of a case and writes into them: nobody else can tell whether one was answered.
  func mayHear(_ id: CaseID, _ session: borrowing Session) throws(CaseworkError) -> Bool {
    guard try mayReply(id, session) else { return false }
    let fields = book.ids(Referral.looksAt)
    return try CaseworkError.ofVault { () throws(VaultError) in
      try fields.isSubset(of: vault.mayRead(fields, of: id, for: .careManagement, as: session))
    }
  }

  /// A look at a case's referrals, after what receivers answered in the log alone was recorded in it.
  func settledForm(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    var heard = 0
    return try settledForm(id, hearing: &heard, session)
  }

  private func settledForm(
    _ id: CaseID, hearing heard: inout Int, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    var form = try workForm(id, Referral.looksAt, session)
    for record in form.look.records.records(of: "referral") {
      guard let name = record.id, ReferralState(record, form.look.records) == .sent,
        let answer = try answer(to: name, id, session)
      else { continue }
      let state: ReferralState = answer.act == .referralAccept ? .accepted : .rejected
      let at = Moment(seconds: Int64(answer.time / 1000))
      form.change("referral", name, replied(state, at))
      reckon(&form)
      var writing = CaseWriting(
        answer.act, records: form.changes.records, operations: form.changes.operations,
        since: form.look.version)
      writing.ref = answer.entry
      _ = try write(writing, to: id, session)
      heard += 1
      form = try workForm(id, Referral.looksAt, session)
    }
    return form
  }

  private func answer(
    to record: RecordID, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> ReceivedAnswer? {
    guard try mayReply(id, session) else { return nil }
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.answer(to: record, of: id, as: session)
    }
  }
}
