import Vault

/// What the reason of a closure asks for, and what it ends.
extension StepDesk {
  /// The reason that is given with the act, or that is recorded for it.
  private func reason(_ rule: StepRule) -> String? {
    guard rule.to == "closed" else { return nil }
    if let closingReason { return closingReason }
    return openClosure(rule).flatMap { look.records.code("closure.closure_reason", in: $0) }
  }

  /// How the file ends with this step, where that ends what runs in it.
  func end(_ rule: StepRule) -> FileEnd? {
    let stood = rule.from == "reopened" ? look.code("case.former_status") : rule.from
    return reason(rule).flatMap { FileEnd($0, from: stood, in: look.records) }
  }

  /// Why the file is not closed for that reason, or nil.
  func stopOfReason(_ rule: StepRule) -> RuleStop? {
    let standing = look.records.standing
    if reason(rule) == "reintegrated", let standing, standing != "reintegration", !isOfSomebodyElse
    {
      return RuleStop(
        .notReintegrated, label: rule.label, rule.citation,
        names: [look.book.name(ofStatus: "reintegration")].compactMap(\.self))
    }
    if reason(rule) == "reintegrated", let stop = stopOfDanger { return stop }
    guard end(rule) == .duplicate, same.isEmpty else { return nil }
    return RuleStop(.duplicateUnlinked, label: rule.label, rule.citation)
  }

  /// A file that has ended takes nothing new, and what waits for a second person could be given by nobody any more: a
  /// corrected date, a longer stay, a step. An erasure can.
  func stopOfAsks(_ rule: StepRule) -> RuleStop? {
    guard rule.to == "closed", case .list(let items) = look.value("case.pending") else {
      return nil
    }
    let waits = items.compactMap(PendingAsk.init).contains { ask in
      !ask.act.asksErasure && !(ask.act == .step && ask.subject == rule.to)
    }
    return waits ? RuleStop(.asksWait, .state, label: rule.label, .ownChoice) : nil
  }

  private var stopOfDanger: RuleStop? {
    let name = "reintegration.return_danger"
    guard look.code(name) == "yes" else { return nil }
    return look.book.stop(.returnDanger, about: name, names: look.book.named([name]))
  }

  /// Who came along, or is a relative, goes home with the person whose file it is, and through no status of their own.
  private var isOfSomebodyElse: Bool {
    look.records.code("case.file_kind") == "protected_relative"
      || look.records.code("case.person_category")?.hasPrefix("minor_accompanying") == true
  }

  /// Closing is agreed to by somebody who does not answer for the file (design, "Two people"), whoever asked for it: it
  /// may be theirs only since then.
  func stopOfOwner(_ rule: StepRule) -> RuleStop? {
    rule.to == "closed" && standings.contains { $0.relation == .owner }
      ? RuleStop(.ownFile, .secondPerson, label: rule.label, rule.citation) : nil
  }

  /// The other files of the same person.
  var same: [CaseID] {
    look.records.records(holding: "link.case_ref").compactMap { record in
      guard look.records.code("link.kind", in: record) == LinkKind.same.rawValue,
        case .bytes(let bytes) = look.records.given("link.case_ref", in: record)
      else { return nil }
      return CaseID(bytes: bytes)
    }
  }

  /// Limits that are over with the file.
  func noteOfEnd(_ rule: StepRule) -> RuleNote? {
    guard let end = end(rule) else { return nil }
    // A referral is revoked, which is said by itself.
    let ended = runningDuties.filter { rule in
      end.ends(rule) && rule.start?.firstField?.hasPrefix("referral.") != true
    }
    let reason: NoteReason =
      switch end {
      case .duplicate: .clocksCarried
      case .died: .clocksEnded
      case .neverCame: .neverCame
      }
    return ended.isEmpty
      ? nil : RuleNote(reason, rule.citation, names: ended.map { .clock($0) })
  }
}

extension StepDesk {
  /// What a step would ask for, and what it would be refused for where nothing is missing.
  func check(_ rule: StepRule) -> StepCheck {
    StepCheck(
      from: status, step: rule, missing: missing(rule),
      stop: stop(missing: rule).flatMap { $0.reason == .missing ? nil : $0 },
      mayTake: stop(rule, by: rule.who) == nil && stopUnlessOwner(rule) == nil,
      notes: notes(rule), entry: look.entry)
  }

  /// Where somebody of age goes is their own choice; a file is not closed as reintegrated where that is dangerous.
  func noteOfDanger(_ rule: StepRule) -> RuleNote? {
    let name = "reintegration.return_danger"
    guard rule.to == "reintegration", look.code(name) == "yes", let field = look.book[name]
    else { return nil }
    return RuleNote(.returnDanger, field.citation, names: [.field(field)])
  }

  /// A minor who came along has the row of the person with whom they came (Law 53/2024 Art. 37(3)), and their
  /// file is another: whoever decides is told that it hangs on this one.
  func noteOfDependants(_ rule: StepRule) -> RuleNote? {
    let has = look.records.records(holding: "link.kind").contains {
      look.records.code("link.kind", in: $0) == LinkKind.dependant.rawValue
    }
    guard has, ["identified", "not_identified"].contains(rule.to),
      let field = look.book["case.person_category"]
    else { return nil }
    return RuleNote(.dependantsAnew, field.citation, names: [.field(field)])
  }
}

extension Casework {
  /// Of two files of one person one goes on. Who agrees looks whether it does: two that were closed as the
  /// double of each other would leave the person without any.
  func stopOfDouble(
    _ desk: StepDesk, _ rule: StepRule, _ session: borrowing Session
  ) -> RuleStop? {
    guard desk.end(rule) == .duplicate else { return nil }
    let status = book.ids(["case.status"])
    for id in desk.same {
      guard let other = try? look(at: id, status, as: session),
        let code = other.code("case.status"),
        !["closed", "transferred"].contains(code)
      else { continue }
      return nil
    }
    return RuleStop(.duplicateUnlinked, label: rule.label, rule.citation)
  }

  /// Ends with a file what stands in it: every consent that still counts, every referral that is open, and all
  /// copies. Whoever was given something on a consent is to be told.
  func endAll(_ desk: StepDesk, _ form: inout CheckedChanges) {
    let records = form.look.records
    var all = ConsentEnding()
    all.isOfFile = true
    for record in desk.liveConsents {
      guard let id = record.id, let consent = Consent(id, in: records) else { continue }
      all.add(form.end(consent, id, book.values(["consent.ended_at": .dateTime(form.now.text)])))
    }
    for record in records.records(of: "referral") {
      guard let id = record.id, ReferralState(record, records)?.isOpen == true,
        !all.referrals.contains(id)
      else { continue }
      form.change("referral", id, ended(ReferralState.revoked.rawValue, form))
      all.referrals.append(id)
    }
    form.ending = all
  }

  /// Writes a step: what ends with a closure are acts of their own, in the same transaction.
  func fill(_ writing: inout CaseWriting, with form: CheckedChanges) {
    let all = form.changes.records
    (writing.records, writing.operations) = (all, form.changes.operations)
    writing.restated = form.restated
    guard let ending = form.ending else { return }
    let closure = book.entity(named: "closure")?.number
    let own = all.prefix { $0.entity == closure }.count
    writing.end(ending, after: own, all, book, try? transferLists())
  }
}

extension StepDesk {
  /// Where a step would turn what two people decided into its contrary.
  func stopOfContrary(_ target: String, _ wanted: StepRule?) -> RuleStop? {
    let isContrary =
      switch target {
      case "identified": status == "not_identified"
      case "not_identified": ["identified", "reintegration"].contains(status)
      default: false
      }
    guard isContrary else { return nil }
    return RuleStop(
      .decisionStands, label: wanted?.label, wanted?.citation ?? .ownChoice,
      names: look.book.named(["identification.decision"]))
  }
}
