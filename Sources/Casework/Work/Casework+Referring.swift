public import Vault

/// The sender's side of a referral to a member of this vault.
extension Casework {
  /// What is asked when a referral is drafted, in the order of the form.
  public static let draftFields = [
    "referral_to", "receiver", "purpose", "fields", "consent_ref", "provision",
    "written_request_ref", "agreement_ref", "paper_ref",
  ]

  /// - Parameter record: the draft that is corrected; nil for another one.
  /// - Returns: the entry, and which record it is.
  public func draft(
    _ input: FormInput, of code: CaseCode, correcting record: RecordID? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    let names = Self.draftFields + (record == nil ? [] : ["reply"])
    _ = try rightFirst(.of("referral"), code, session) { () throws(CaseworkError) in
      try read(input, naming: names, of: "referral")
    }
    return try self.record("referral", input, of: code, correcting: record, as: session)
  }

  /// Sends a draft: the basis is held against the file once more, the receiving colleague is given copies
  /// of the named fields and of the referral itself, and the clock of the reply begins.
  ///
  /// - Parameter until: the last day on which the copies can be read; nil for the day on which the reply
  ///   is due.
  public func send(
    _ record: RecordID, of code: CaseCode, until: CalendarDay?, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(CaseworkError) -> SentReferral {
    if let until, Self.end(of: until) <= now() { throw .dayPast }
    let id = try id(of: code)
    return try stopping(.referralSend, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try send(record, id, code, until, purpose, session)
      }
    }
  }

  private func send(
    _ record: RecordID, _ id: CaseID, _ code: CaseCode, _ until: CalendarDay?, _ purpose: Purpose?,
    _ session: borrowing Session
  ) throws(CaseworkError) -> SentReferral {
    let first = try workForm(id, Referral.looksAt, session)
    // A reply would be due in a file that was closed because nothing was.
    if let stop = OpenFileRule.stop(of: first.look) { throw .stopped(stop) }
    guard let draft = Referral(record, in: first.look.records), let state = draft.state else {
      throw .noSuchRecord
    }
    if let stop = state.stop(to: .sent, book) { throw .stopped(stop) }
    guard let member = draft.receiver else {
      throw .stopped(RuleStop(.noReceiver, .state, .ownChoice))
    }
    let receiver = try colleague(member, session)
    guard let handle = receiver.handle else {
      throw .stopped(RuleStop(.noReceiver, .state, .ownChoice))
    }
    let release = try draft.release(to: [member: receiver])
    if let stop = ReferralReach(release, first).stop { throw .stopped(stop) }
    let awaits = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.checkGiving(Set(release.fields.map(\.id)), of: id, to: member, as: session)
    }
    var form = try releaseForm(release, to: handle, id, session, also: Referral.looksAt)
    let sent = try self.sent(code, form)
    form.change("referral", record, sent.fields)
    let last = try lastDay(until, sent.due, form.lastDay(of: release))
    var writing = CaseWriting(.referralSend, since: form.look.version)
    let gift = try gift(release, form, until: Self.end(of: last), purpose, id, session)
    reckon(&form)
    (writing.records, writing.operations) = (form.changes.records, form.changes.operations)
    writing.following = [CaseWriting(.record, records: [form.release(release, to: handle)])]
    writing.giving = packet(gift, record, form)
    return SentReferral(
      entry: try write(writing, to: id, session), handle: handle, due: sent.due, lastDay: last,
      awaitsAssignment: awaits)
  }

  /// What sending writes into the referral. The receiver holds no key of the operations row, so the code by
  /// which they name the case goes with it.
  func sent(
    _ code: CaseCode, _ form: CheckedChanges
  ) throws(CaseworkError) -> (fields: [FieldID: FieldValue], due: CalendarDay) {
    guard let rule = book.clocks.row(like: "referral_reply", in: form.after, on: form.today),
      let deadline = rule.limit.deadline(from: form.now, book.calendar)
    else { throw .noSuchForm }
    let fields = book.values([
      "referral.state": .text(ReferralState.sent.rawValue), "referral.code": .text(code.text),
      "referral.sent_at": .dateTime(form.now.text),
      "referral.reply_due_at": .dateTime(deadline.end.text),
    ])
    return (fields, deadline.movedDay)
  }

  /// Never beyond the consent: a day that was asked for is refused, the default ends with it.
  func lastDay(
    _ asked: CalendarDay?, _ due: CalendarDay, _ consented: CalendarDay?
  ) throws(CaseworkError) -> CalendarDay {
    guard let consented else { return asked ?? due }
    if let asked, asked > consented {
      throw .stopped(RuleStop(.consentEndsSooner, .expired, .ownChoice))
    }
    return min(asked ?? due, consented)
  }

  /// The receiver sees the referral as it stands when it has gone out.
  private func packet(_ gift: CaseGift, _ record: RecordID, _ form: CheckedChanges) -> CaseGift {
    var gift = gift
    guard let sent = form.after.record(record, of: "referral") else { return gift }
    gift.own = sent.values.filter { book[$0.key]?.isForReceiver == true }
    return gift
  }

  /// A draft on a consent that came along from another office would wait for a sending that is refused.
  func stopOfElsewhere(
    _ form: CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    guard let field = book["referral.consent_ref"]?.id else { return nil }
    for (change, record) in form.records("referral") where change.fields[field] != nil {
      let basis = Referral(record: record, records: form.after).basis
      guard let basis else { continue }
      if let stop = try stopOfElsewhere(basis, form.look, id, session) { return stop }
    }
    return nil
  }

  // MARK: Ending

  /// Says that what the referral was for is done; the copies end.
  public func finish(
    _ record: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    try end(record, .done, .referralDone, of: code, session)
  }

  /// Takes a referral back; the copies end at once.
  public func revoke(
    _ record: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    try end(record, .revoked, .referralRevoke, of: code, session)
  }

  private func end(
    _ record: RecordID, _ state: ReferralState, _ act: CaseAct, of code: CaseCode,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let id = try id(of: code)
    return try stopping(act, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        var form = try settledForm(id, session)
        guard let referral = Referral(record, in: form.look.records),
          let present = referral.state
        else { throw .noSuchRecord }
        if !(state == .done && referral.isAnsweredOutside), let stop = present.stop(to: state, book)
        {
          throw .stopped(stop)
        }
        try stopUnsigned(record, form.look, state)
        form.change("referral", record, ended(state.rawValue, form))
        reckon(&form)
        var writing = CaseWriting(
          act, records: form.changes.records, operations: form.changes.operations,
          since: form.look.version)
        writing.ending = .holding(record)
        return try write(writing, to: id, session)
      }
    }
  }

  func ended(_ state: String, _ form: CheckedChanges) -> [FieldID: FieldValue] {
    book.values([
      "referral.state": .text(state), "referral.ended_at": .dateTime(form.now.text),
    ])
  }
}

extension RuleBook {
  /// Values by the names of their fields, of those that this book has.
  func values(_ named: [String: FieldValue]) -> [FieldID: FieldValue] {
    var values: [FieldID: FieldValue] = [:]
    for (name, value) in named {
      if let field = self[name]?.id { values[field] = value }
    }
    return values
  }
}
