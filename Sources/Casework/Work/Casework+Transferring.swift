public import Vault

extension Casework {
  /// Makes a case into a file for another office's vault: by a lead what a lead reads, by a duty officer the
  /// clinical and vital part as a second file. The case stays here and goes on being used until the other
  /// office has taken in both.
  ///
  /// - Parameter basis: of the lead's file; the second rests on it.
  /// - Throws: `.stopped` where there is no lawful basis, with the entry of the refusal.
  public func transfer(
    _ part: TransferPart, of code: CaseCode, to card: VaultCard, on basis: ReleaseBasis? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> SentFile {
    let id = try id(of: code)
    let lists = try transferLists()
    return try stopping(.transfer, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        var order = TransferOrder(part, of: code.text, to: card, lists: lists)
        if part == .clinical {
          order.going = going
        } else {
          try prepare(&order, on: basis, id, session)
        }
        return try handOver(order, id, session)
      }
    }
  }

  /// What the lead's file is made of and rests on. Who may not hand a file over is told that by the Vault, and sees nothing
  /// before.
  private func prepare(
    _ order: inout TransferOrder, on basis: ReleaseBasis?, _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) {
    let roles = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.roles(as: session)
    }
    guard roles.contains(.lead) else { return }
    try checkGoes(id, session)
    let look = try look(at: id, transferFields, as: session)
    if let stop = try stopOfRestrictions(id, session) { throw .stopped(stop) }
    if let stop = try stopOfUngiven(id, session) { throw .stopped(stop) }
    if let stop = stopOfAsks(look) { throw .stopped(stop) }
    if let stop = try stopOfReferrals(look) { throw .stopped(stop) }
    // An answer that lies in the log alone would be known to nobody over there.
    if try hear(DueItem.all(in: look.value("case.due")), of: id, session) {
      throw .vault(.changedMeanwhile)
    }
    order.since = look.version
    order.records = [try release(to: order.card, on: basis, look)]
    if let basis, let stop = try stopOfElsewhere(basis, look, id, session) {
      throw .stopped(stop)
    }
    order.basis = basis?.carried(with: look.records)
    let check = TransferCheck(records: look.records, today: moment.dayInVietnam)
    order.unnamed = Set(try check.unnamed(by: basis).map(\.id))
    if case .provision = basis {
      let names = ShelterNames(look.records)
      (order.leavesOut, order.unnamedOf) = (true, names.fields)
      order.unnamed.formUnion(names.ofSole)
      order.naming = ShelterNamedRule.naming(book)
    }
  }

  /// A file that no step leads to `transferred` from could be taken in over there, and never leave here: it is not made.
  /// Looked at alone, before anything of what goes is read.
  private func checkGoes(_ id: CaseID, _ session: borrowing Session) throws(CaseworkError) {
    let fields = book.ids(["case.status"] + CaseRecords.ofRuleDay)
    let desk = StepDesk(look: try look(at: id, fields, as: session), now: moment, standings: [])
    _ = try desk.rule(to: "transferred")
  }

  /// From where a step leads there, for a duty officer, who looks at nothing of the case.
  private var going: (status: FieldID, from: Set<String>)? {
    book["case.status"].map { field in
      (field.id, Set(book.steps.steps.filter { $0.to == "transferred" }.map(\.from)))
    }
  }

  /// Why the second file is not made where none does, with the steps that there are.
  private var stopOfStanding: RuleStop {
    let steps = book.steps.steps
    let onward = steps.filter { going?.from.contains($0.from) == false }
    let wanted = steps.first { $0.to == "transferred" }
    return RuleStop(
      .noStep, label: wanted?.label, wanted?.citation ?? .ownChoice,
      names: onward.map(StopName.step))
  }

  /// Where somebody is hidden, as far as it is recorded now and does not go with the whole file: by a provision of the
  /// law everything else goes. It is told before the file is made; of an older version the file's receipt tells. Who may
  /// not make it looks at nothing.
  public func staysBehind(
    _ code: CaseCode, on basis: ReleaseBasis?, as session: borrowing Session
  ) throws(CaseworkError) -> [FieldDefinition] {
    guard case .provision = basis else { return [] }
    let id = try id(of: code)
    try stopping(.transfer, id, session) { session throws(CaseworkError) in
      try checkGoes(id, session)
    }
    let look = try look(
      at: id, book.ids(ReleaseScope.onlyByName.union(ShelterNames.looksAtPlaces)), as: session)
    let places = ReleaseScope.onlyByName.sorted().compactMap { book[$0] }.filter {
      !look.records.values($0.qualifiedName, in: nil).isEmpty
    }
    let names = ShelterNames(look.records)
    let recipients = Set(
      look.records.records.flatMap { record in
        record.values.keys.filter {
          names.hides($0, of: record.id) && record.values[$0]?.state == .given
        }
      })
    return places + recipients.sorted().compactMap { book[$0] }
  }

  /// Restrictions name roles and offices of here, so the Vault hands over none; this says of which fields.
  private func stopOfRestrictions(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let kept = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrictions(of: id, as: session)
    }.filter { $0.lifted == nil }.compactMap { book[$0.field] }
    let names = Set(kept).sorted { $0.id.rawValue < $1.id.rawValue }
    return names.isEmpty
      ? nil : RuleStop(.keptAtTransfer, .restricted, .withdrawal, names: names.map(StopName.field))
  }

  /// What lies under keys that nobody has given the lead goes with no file: somebody gives them, or nobody has them any
  /// more, and it is erased before the file goes.
  private func stopOfUngiven(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let ids = Set(book.fields.map(\.id))
    let found = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.ungiven(ids, of: id, for: .careManagement, as: session)
    }
    let names = found.sorted().compactMap { book[$0] }.map(StopName.field)
    return names.isEmpty
      ? nil : RuleStop(.notGivenAtTransfer, .fieldClass, .ownChoice, names: names)
  }

  /// What says which referrals are out at another office.
  static let looksAtReferrals = ["referral.state", "case.transfer"]

  /// What waits for a second person goes with no file: a corrected date, a longer stay, a step. It would be destroyed with
  /// the keys, and nobody would have decided. Of entries that are out of sight the Vault says the same.
  private func stopOfAsks(_ look: CaseLook) -> RuleStop? {
    let pending = book["case.pending"].flatMap { field in
      look.value(field.qualifiedName).map { self.pending(in: [field.id: $0]) }
    }
    let isAsked = (pending ?? []).contains { $0.act != .retract }
    return isAsked ? RuleStop(.asksWait, .state, .ownChoice) : nil
  }

  /// What lies at another office as a sealed file is answered and taken back by signed words about this case in this
  /// vault: once the case has gone nobody could enter the one or sign the other. What colleagues of here were sent ends
  /// with the keys.
  private func stopOfReferrals(_ look: CaseLook) throws(CaseworkError) -> RuleStop? {
    let out = try referralsOut(look)
    return out.isEmpty
      ? nil
      : RuleStop(.referralOut, .state, .ownChoice, names: out.map { .record($0) })
  }

  /// What the first file rests on is looked at again with each later one: the Vault holds it in a row that a
  /// duty officer opens, for consents they do not read.
  private func handOver(
    _ order: TransferOrder, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> SentFile {
    do throws(VaultError) {
      return try vault.transfer(order, of: id, as: session)
    } catch {
      if case .transferRefused(.basisEnded, let entry) = error {
        throw .stopped(.ofEndedTransfer(entry))
      }
      if case .transferRefused(.noStep, let entry) = error {
        var stop = stopOfStanding
        stop.entry = entry
        throw .stopped(stop)
      }
      // It is no longer what the field says, and the older value goes along with it.
      if case .transferRefused(.unnamed, let entry) = error {
        let hidden = order.unnamed.sorted().compactMap { book[$0] }.map(StopName.field)
        var stop = RuleStop(.shelterNotNamed, .consent, .ownChoice, names: hidden)
        stop.entry = entry
        throw .stopped(stop)
      }
      throw .vault(error)
    }
  }

  private var transferFields: Set<FieldID> {
    book.ids(
      TransferCheck.looksAt + ShelterNames.looksAtPlaces + Self.always + Self.looksAtReferrals)
  }

  /// The record of the release: to whom, what, on what basis.
  private func release(
    to card: VaultCard, on basis: ReleaseBasis?, _ look: CaseLook
  ) throws(CaseworkError) -> RecordChange {
    let check = TransferCheck(records: look.records, today: moment.dayInVietnam)
    guard let basis else { throw .stopped(RuleStop(.transferBasis, .consent, .nonDisclosure)) }
    if let stop = try check.stop(basis, for: card.names) { throw .stopped(stop) }
    var values: [FieldID: FieldValue] = [:]
    func set(_ name: String, _ value: FieldValue) {
      if let field = book["release." + name] { values[field.id] = value }
    }
    set(
      "released_to", .text([card.office, card.origin].compactMap(\.self).joined(separator: ", ")))
    set("fields", .list(TransferCheck.classes))
    set("released_at", .dateTime(moment.text))
    set("entered_at", .dateTime(moment.text))
    switch basis {
    case .consent(let id):
      let isElse = check.isByRepresentative(id)
      set("basis", .text(isElse ? "consent_representative" : "consent_person"))
      set("consent_ref", .bytes(id.bytes))
    case .provision(let provision):
      set("basis", .text("legal_provision"))
      set("provision", .text(provision))
      let known = book.codeLists["release_provision"]?[provision]
      if let citation = known?.citation { set("citation", .text(citation.text)) }
    }
    guard let entity = book.entity(named: "release")?.number else { throw .noSuchForm }
    return RecordChange(.new, entity: entity, fields: values)
  }

  /// Ends a transfer on the other office's signed word: the file stands as transferred, and its keys here
  /// are destroyed.
  ///
  /// - Returns: the entry that says so.
  public func finishTransfer(
    of code: CaseCode, on acceptances: [[UInt8]], by card: VaultCard,
    as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let id = try id(of: code)
    let lists = try transferLists()
    return try stopping(.step, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        var desk = try stepDesk(id, to: "transferred", session)
        // The Vault holds the signature against the card and the files before anything is written.
        desk.isTransferAccepted = true
        let rule = try desk.rule(to: "transferred")
        let out = try stopOfReferrals(desk.look)
        if let stop = desk.stop(rule, by: rule.who) ?? stopOfAsks(desk.look)
          ?? out ?? desk.stop(missing: rule)
        {
          throw .stopped(stop)
        }
        let form = moved(rule, desk)
        let writing = CaseWriting(
          .step, records: form.changes.records, operations: form.changes.operations,
          since: desk.look.version)
        return try CaseworkError.ofVault { () throws(VaultError) in
          try vault.finishTransfer(
            writing, on: acceptances, by: card, lists: lists, of: id, as: session
          ).entry
        }
      }
    }
  }

  /// - Throws: `.noSuchForm` where the vault's own book is older than transfers.
  func transferLists() throws(CaseworkError) -> TransferLists {
    guard let transfer = book["case.transfer"]?.id, let pending = book["case.pending"]?.id,
      let due = book["case.due"]?.id
    else { throw .noSuchForm }
    return TransferLists(transfer: transfer, pending: pending, due: due)
  }
}
