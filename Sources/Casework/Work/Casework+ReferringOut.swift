public import Vault

/// A referral to another office's vault: one sealed file with the named fields and nothing else.
extension Casework {
  /// Sends a draft as a file. A lead does it, for a lead signs what goes to another vault.
  ///
  /// - Parameter until: the last day on which the file may be taken in; nil for the day on which the reply is due.
  public func send(
    _ record: RecordID, of code: CaseCode, to card: VaultCard, until: CalendarDay?,
    for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> SentReferralFile {
    if let until, Self.end(of: until) <= now() { throw .dayPast }
    let id = try id(of: code)
    return try stopping(.referralSend, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try send(record, id, code, card, until, purpose, session)
      }
    }
  }

  private func send(
    _ record: RecordID, _ id: CaseID, _ code: CaseCode, _ card: VaultCard, _ until: CalendarDay?,
    _ purpose: Purpose?, _ session: borrowing Session
  ) throws(CaseworkError) -> SentReferralFile {
    let first = try workForm(id, Referral.looksAt, session)
    let (draft, release) = try draft(record, for: card, first, session)
    // The name of the office is no handle of a colleague: what the person keeps from it counts.
    var form = try releaseForm(release, to: "", id, session, also: Referral.looksAt)
    let sent = try self.sent(code, form)
    form.change("referral", record, sent.fields)
    let last = try lastDay(until, sent.due, form.lastDay(of: release))
    let copies = try copies(of: release, id, purpose, session)
    reckon(&form)
    var writing = CaseWriting(.referralSend, since: form.look.version)
    (writing.records, writing.operations) = (form.changes.records, form.changes.operations)
    let office = card.names.joined(separator: ", ")
    writing.following = [CaseWriting(.record, records: [form.release(release, to: office)])]
    let carried = release.basis.carried(with: form.look.records)
    var order = ReferralOrder(
      record, of: code.text, to: card, lists: try transferLists(),
      on: TransferBasis(carried.text, by: carried.by, until: Self.end(of: last)), copies: copies,
      writing: writing)
    (order.entity, order.own) = (draft.record.entity, own(of: record, form))
    let ready = order
    let file = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.refer(ready, of: id, as: session)
    }
    return SentReferralFile(
      bytes: file.bytes, entry: file.entry, office: card.office ?? card.origin, due: sent.due,
      lastDay: last)
  }

  /// The draft and the release that it would be, to the office of the card.
  private func draft(
    _ record: RecordID, for card: VaultCard, _ first: CheckedChanges, _ session: borrowing Session
  ) throws(CaseworkError) -> (Referral, Release) {
    if let stop = OpenFileRule.stop(of: first.look) { throw .stopped(stop) }
    guard let draft = Referral(record, in: first.look.records), let state = draft.state else {
      throw .noSuchRecord
    }
    if let stop = state.stop(to: .sent, book) { throw .stopped(stop) }
    let roles = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.roles(as: session)
    }
    guard roles.contains(.lead) else {
      throw .stopped(RuleStop(.otherRole, .role, .ownChoice, names: [.role(.lead)]))
    }
    guard draft.receiver == nil else {
      throw .stopped(RuleStop(.cardForColleague, .state, .ownChoice))
    }
    // A card by mistake would take everything to another office than the one that the person was told of.
    guard let told = draft.office, card.names.contains(where: { Recipient.isSame($0, told) }) else {
      throw .stopped(RuleStop(.cardOtherOffice, .consent, .nonDisclosure))
    }
    let release = try draft.release(to: [:], calling: card.names)
    if let stop = ReferralReach(release, first).stop { throw .stopped(stop) }
    return (draft, release)
  }

  /// What goes along, read with an entry of its own; all of it or nothing.
  private func copies(
    of release: Release, _ id: CaseID, _ purpose: Purpose?, _ session: borrowing Session
  ) throws(CaseworkError) -> [DisclosedRecord] {
    let fields = Set(release.fields.map(\.id))
    return try CaseworkError.ofVault { () throws(VaultError) in
      let read = try vault.read(fields, of: id, for: purpose, as: session)
      guard !fields.isEmpty, fields.isSubset(of: read.records.flatMap(\.fields.keys))
      else { throw .noSuchRecord }
      return read.records
    }
  }

  /// The referral as the other office sees it. What it refers to in this vault stays here.
  private func own(of record: RecordID, _ form: CheckedChanges) -> [FieldID: FieldValue] {
    let kept = book.ids(["referral.consent_ref", "referral.receiver"])
    let sent = form.after.record(record, of: "referral")?.values ?? [:]
    return sent.filter {
      book[$0.key]?.isForReceiver == true && !kept.contains($0.key) && $0.value.state == .given
    }
  }

  // MARK: Words between the two

  /// Answers a referral that came from another office, or takes back one that went there, and signs the word of it.
  ///
  /// - Parameter input: the reason, of a rejection.
  public func tell(
    _ word: ReferralWord, of record: RecordID, _ input: FormInput = FormInput([:]),
    in code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> ToldReferral {
    let reply = try read(input, naming: Self.replyFields, of: "referral").values
    let (id, lists) = (try id(of: code), try transferLists())
    let (act, state) = (word.act, word.state)
    return try stopping(act, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        var form = try workForm(id, Referral.looksAt + ["case.opened_at"], session)
        try check(record, word, reply, form)
        let isLast = word == .rejected ? try isUntouched(form.look, id, session) : false
        form.change("referral", record, reply.merging(moved(record, to: state, form)) { $1 })
        reckon(&form)
        var writing = CaseWriting(
          act, records: form.changes.records, operations: form.changes.operations,
          since: form.look.version)
        if word == .revoked { writing.ending = .holding(record) }
        let ready = writing
        let told = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.tell(
            word, of: record, with: ready, in: id, lists: lists, isLast: isLast, as: session)
        }
        return ToldReferral(entry: told.entry, note: told.note, isFileGone: isLast)
      }
    }
  }

  /// Whether this office has done nothing with a file that came with a referral: what it recorded itself goes
  /// with no rejection.
  private func isUntouched(
    _ look: CaseLook, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Bool {
    guard look.code("case.status") == "reported",
      let opened = look.records.moment("case.opened_at")
    else { return false }
    let own = Set(CaseAct.allCases).subtracting([.link, .referralReceive, .overdue])
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.wasDone(own, in: id, since: opened.seconds, as: session) == false
    }
  }

  private func check(
    _ record: RecordID, _ word: ReferralWord, _ reply: [FieldID: FieldValue],
    _ form: CheckedChanges
  ) throws(CaseworkError) {
    guard let present = Referral(record, in: form.look.records)?.state else { throw .noSuchRecord }
    let passed = try passed(form.look).first { $0.referral == record }
    guard let passed, passed.isIncoming == (word != .revoked) else {
      throw .stopped(RuleStop(.notBetweenOffices, .state, .ownChoice))
    }
    // What ended with its consent or with the file, or was done before that, ended without a word to the other office.
    let isToldLater = word == .revoked && (present == .revoked || present == .done)
    if !isToldLater, let stop = present.stop(to: word.state, book) { throw .stopped(stop) }
    guard word != .rejected || reply.values.contains(where: { $0.state == .given }) else {
      throw .stopped(RuleStop(.rejectionReason, .state, .referralRefused))
    }
  }

  /// The referrals of a file that passed between vaults.
  func passed(_ look: CaseLook) throws(CaseworkError) -> [PassedReferral] {
    try CaseworkError.ofVault { () throws(VaultError) in
      try PassedReferral.all(in: look.value("case.transfer"))
    }
  }

  /// Whoever waits in another office would not hear of what is only written down here: neither of an answer
  /// nor that what lies over there was taken back.
  func stopUnsigned(
    _ record: RecordID, _ look: CaseLook, _ state: ReferralState
  ) throws(CaseworkError) {
    guard
      try passed(look).contains(where: {
        $0.referral == record && ($0.isIncoming || state == .revoked)
      })
    else { return }
    throw .stopped(RuleStop(.answerFile, .state, .ownChoice))
  }

  /// One that had ended stays what it was, and keeps the moment at which it did.
  private func moved(
    _ record: RecordID, to state: ReferralState, _ form: CheckedChanges
  ) -> [FieldID: FieldValue] {
    let present = Referral(record, in: form.look.records)?.state
    if let present, present == state || present == .done {
      return book.values(["referral.state": .text(present.rawValue)])
    }
    return moved(to: state, form)
  }

  private func moved(
    to state: ReferralState, _ form: CheckedChanges, at: Moment? = nil
  ) -> [FieldID: FieldValue] {
    let at = FieldValue.dateTime((at ?? form.now).text)
    return switch state {
    case .accepted, .rejected:
      book.values(["referral.state": .text(state.rawValue), "referral.replied_at": at])
    default: book.values(["referral.state": .text(state.rawValue), "referral.ended_at": at])
    }
  }

  /// When the other office answered, and not when somebody carried its word over: by that day the limit of the answer is
  /// met or not. Their word, so not after it came here nor before the referral went out. What they take back ends here
  /// when it is heard.
  private func time(
    of record: RecordID, _ word: ReferralWord, saidAt at: Int?, _ form: CheckedChanges
  ) -> Moment {
    guard word != .revoked, let at else { return form.now }
    let referral = Referral(record, in: form.look.records)
    let sent = referral.flatMap { form.look.records.moment("referral.sent_at", in: $0.record) }
    let said = Moment(seconds: Int64(at))
    return min(max(said, sent ?? said), form.now)
  }

  /// Records what the other office's signed word says of a referral.
  public func takeIn(
    word bytes: [UInt8], from card: VaultCard, in code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> HeardReferral {
    let id = try id(of: code)
    return try stopping(.referralReceive, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        var form = try workForm(id, Referral.looksAt, session)
        let told = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.readWord(
            bytes, from: card, about: form.look.value("case.transfer"), of: id, as: session)
        }
        try check(told.referral, told.word, form.look)
        let at = time(of: told.referral, told.word, saidAt: told.at, form)
        form.change("referral", told.referral, moved(to: told.word.state, form, at: at))
        if told.word == .revoked { try takeBack(told.referral, &form) }
        reckon(&form)
        let writing = CaseWriting(
          told.word.act, records: form.changes.records, operations: form.changes.operations,
          since: form.look.version, broughtBy: bytes)
        return HeardReferral(
          record: told.referral, state: told.word.state, entry: try write(writing, to: id, session))
      }
    }
  }
}

// MARK: What is taken back

extension Casework {
  /// What came with a referral is taken back whatever became of it here, and once.
  private func check(
    _ record: RecordID, _ word: ReferralWord, _ look: CaseLook
  ) throws(CaseworkError) {
    guard let present = Referral(record, in: look.records)?.state else { throw .noSuchRecord }
    let isTakenBack = try passed(look).contains {
      $0.referral == record && $0.takenBack != nil
    }
    if word == .revoked, !isTakenBack { return }
    if let stop = present.stop(to: word.state, book) { throw .stopped(stop) }
  }

  private func takeBack(
    _ record: RecordID, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    guard let field = book["case.transfer"] else { throw .noSuchForm }
    let list = try CaseworkError.ofVault { () throws(VaultError) in
      try PassedReferral.list(
        form.look.value("case.transfer"), takingBack: record, at: Int(form.now.seconds))
    }
    form.changes.operations[field.id] = list
  }
}

extension ReferralWord {
  var state: ReferralState {
    switch self {
    case .accepted: .accepted
    case .rejected: .rejected
    case .done: .done
    case .revoked: .revoked
    }
  }

  var act: CaseAct {
    switch self {
    case .accepted: .referralAccept
    case .rejected: .referralReject
    case .done: .referralDone
    case .revoked: .referralRevoke
    }
  }
}
