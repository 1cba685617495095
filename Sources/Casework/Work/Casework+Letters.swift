public import Vault

/// A referral on paper: a letter that the person carries to an office which has no vault.
extension Casework {
  /// Writes the letter of a referral. That of a draft is its sending: the basis is held against the file, what is
  /// given is recorded with it, and the clock of the reply begins. Of one that went out already the basis is
  /// asked again: after a withdrawal no further letter is written.
  ///
  /// A colleague of this vault reads the fields there; nothing is carried to them on paper.
  public func letter(
    of record: RecordID, of code: CaseCode, for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> PrintedPaper {
    let id = try id(of: code)
    return try stopping(.referralSend, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try letter(record, id, code, purpose, session)
      }
    }
  }

  private func letter(
    _ record: RecordID, _ id: CaseID, _ code: CaseCode, _ purpose: Purpose?,
    _ session: borrowing Session
  ) throws(CaseworkError) -> PrintedPaper {
    let first = try workForm(id, Referral.looksAt, session)
    let (referral, state) = try onPaper(record, first)
    let release = try referral.release(to: [:])
    if let stop = ReferralReach(release, first).stop { throw .stopped(stop) }
    if let stop = Self.stopOfHidden(release) { throw .stopped(stop) }
    var form = try releaseForm(release, to: "", id, session, also: Referral.looksAt)
    let page = try values(of: release, code, purpose, session)
    if state == .draft {
      form.change("referral", record, try sent(code, form).fields)
      reckon(&form)
      var writing = CaseWriting(.referralSend, since: form.look.version)
      (writing.records, writing.operations) = (form.changes.records, form.changes.operations)
      let office = release.recipient.names.joined(separator: ", ")
      writing.following = [CaseWriting(.record, records: [form.release(release, to: office)])]
      _ = try write(writing, to: id, session)
    }
    let own = try self.record(
      record, on: try named("referral", of: code, for: nil, as: session).page)
    return PrintedPaper(
      data: page, record: own, named: release.fields, classes: [],
      entry: try printed("letter", id, page, purpose ?? .careManagement, session))
  }

  private func onPaper(
    _ record: RecordID, _ form: CheckedChanges
  ) throws(CaseworkError) -> (Referral, ReferralState) {
    if let stop = OpenFileRule.stop(of: form.look) { throw .stopped(stop) }
    guard let referral = Referral(record, in: form.look.records), let state = referral.state else {
      throw .noSuchRecord
    }
    // One that came from another office is that office's to print.
    let isIncoming = try passed(form.look).contains { $0.referral == record && $0.isIncoming }
    guard state.isOpen, !isIncoming else {
      throw .stopped(
        RuleStop(
          .referralState, .state, .ownChoice,
          names: [book.name(of: state.rawValue, in: "referral.state")].compactMap(\.self)))
    }
    guard referral.receiver == nil else {
      throw .stopped(RuleStop(.letterForColleague, .state, .ownChoice))
    }
    return (referral, state)
  }

  /// Where somebody is hidden is on no paper, whatever was consented to (Law 53/2024 Art. 34, 35).
  private static func stopOfHidden(_ release: Release) -> RuleStop? {
    let hidden = release.fields.filter { ReleaseScope.onlyByName.contains($0.qualifiedName) }
    return hidden.isEmpty
      ? nil : RuleStop(.shelterOnPaper, .consent, .ownChoice, names: hidden.map(StopName.field))
  }

  /// What stands in the letter, read with an entry of its own; all of it or nothing.
  private func values(
    of release: Release, _ code: CaseCode, _ purpose: Purpose?, _ session: borrowing Session
  ) throws(CaseworkError) -> CasePage {
    let id = try id(of: code)
    let fields = Set(release.fields.map(\.id))
    let shown = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.read(fields, of: id, for: purpose, as: session)
    }
    let found = shown.records.flatMap(\.fields.keys) + shown.operations.keys
    guard !fields.isEmpty, fields.isSubset(of: found) else { throw .noSuchRecord }
    return page(of: shown, only: fields, code)
  }
}
