import Vault

/// A step of the legal status, held against one look at a case.
struct StepDesk {
  let look: CaseLook
  let now: Moment
  let standings: [CaseStanding]
  /// Only the receiving vault's signed answer does it (`case transfer`).
  var isTransferAccepted = false
  /// Why the file is to be closed, while that is not recorded yet.
  var closingReason: String?

  private var book: RuleBook { look.book }

  var status: String { look.code("case.status") ?? "" }

  /// The day whose steps the file has.
  private var ruleDay: RuleDay { look.records.ruleDay(of: now.dayInVietnam) }

  /// The row of the table, or why there is none.
  func rule(to target: String) throws(CaseworkError) -> StepRule {
    let day = ruleDay
    if let rule = book.steps.step(from: status, to: target, on: day) { return rule }
    // What is asked for rests on the row that leads there, which begins elsewhere.
    let wanted = book.steps.steps(to: target, on: day).first
    // What two people decided is decided otherwise in another file, and by no step.
    if let stop = stopOfContrary(target, wanted) { throw .stopped(stop) }
    throw .stopped(
      RuleStop(
        target == status ? .sameStatus : .noStep, label: wanted?.label,
        wanted?.citation ?? .ownChoice,
        names: book.steps.steps(from: status, on: day).map(StopName.step)))
  }

  /// Whether this member's role takes the step. Closing is asked by who answers for the file
  /// (design, "Two people").
  func stop(_ rule: StepRule, by roles: RoleSet) -> RuleStop? {
    guard standings.contains(where: { roles.contains($0.role) }) else {
      return RuleStop(
        .otherRole, .role, label: rule.label, rule.citation,
        names: Role.allCases.filter {
          roles.contains($0) && (rule.takers.union(rule.approvers)).contains($0)
        }.map(StopName.role))
    }
    return nil
  }

  func stopUnlessOwner(_ rule: StepRule) -> RuleStop? {
    guard rule.to == "closed", !standings.contains(where: { $0.relation == .owner }) else {
      return nil
    }
    return RuleStop(.notOwner, .role, label: rule.label, rule.citation)
  }

  /// What the step asks for and nobody has recorded.
  func missing(_ rule: StepRule) -> [StopName] {
    missingOfArrival(rule)
      + look.records.unmet(rule.guards, in: openClosure(rule)) { holds($0, rule) }
      .filter { !isAskedLater($0, of: rule) }.flatMap { names($0, rule) }
      + missingOfReturn(rule) + (stopOfChild(rule)?.names ?? [])
  }

  /// A file that was opened as an arrival never took the step that asks how and where somebody came, and is
  /// asked the same before it goes on.
  private func missingOfArrival(_ rule: StepRule) -> [StopName] {
    guard rule.from == "received", !["closed", "transferred"].contains(rule.to),
      let arrival = book.steps.step(from: "reported", to: rule.from, on: ruleDay)
    else { return [] }
    return look.records.unmet(arrival.guards).flatMap { names($0, arrival) }
  }

  /// Intake records that the limits of confidentiality were explained and does not read it back, so that it
  /// cannot be held against them: whoever takes the file on from the arrival is asked the same
  /// (`missingOfArrival`).
  private func isAskedLater(_ term: RuleCondition.Term, of rule: StepRule) -> Bool {
    guard rule.from == "reported", rule.to == "received", case .given(let names) = term else {
      return false
    }
    return look.readable.isDisjoint(with: book.ids(names))
  }

  private func askedLater(_ rule: StepRule) -> [StopName] {
    look.records.unmet(rule.guards).filter { isAskedLater($0, of: rule) }
      .flatMap { names($0, rule) }
  }

  /// A child goes back to relatives only where that is not dangerous (`ReturnRule`).
  private func stopOfChild(_ rule: StepRule) -> RuleStop? {
    guard rule.to == "reintegration", look.records.isMinor(on: now.dayInVietnam) else { return nil }
    return ReturnRule.stop(of: look.records)
  }

  /// Where only files of people who may be victims stand.
  private static let ofVictims: Set<String> = [
    "in_process", "identified", "not_identified", "reintegration",
  ]

  /// Whether a file of a kind can take a step at all.
  static func isOpen(_ rule: StepRule, toFileOf kind: String?) -> Bool {
    kind != "protected_relative" || !ofVictims.contains(rule.to)
  }

  /// A relative who is protected and no more is not in the process of identification.
  private func stopOfRelative(_ rule: StepRule) -> RuleStop? {
    guard !Self.isOpen(rule, toFileOf: look.code("case.file_kind")) else { return nil }
    return RuleStop(.relativeFile, label: rule.label, rule.citation)
  }

  /// What is said of a step that may be taken.
  func notes(_ rule: StepRule) -> [RuleNote] {
    var notes = RepresentativeNote.notes(look, on: now.dayInVietnam)
    // A victim has another row of Article 37 than somebody in process, and a lead records it.
    if rule.to == "identified", look.records.isCategoryDue(standing: rule.to),
      let field = book["case.person_category"]
    {
      notes.append(RuleNote(.categoryAnew, field.citation, names: [.field(field)]))
    }
    if let anew = noteOfDependants(rule) { notes.append(anew) }
    notes += [noteOfDanger(rule), noteOfReturn(rule), noteOfEnd(rule)].compactMap(\.self)
    let later = askedLater(rule)
    if !later.isEmpty { notes.append(RuleNote(.askedLater, rule.citation, names: later)) }
    return notes
  }

  /// - Parameter given: fields that are about to be recorded with the step.
  func stop(missing rule: StepRule, but given: Set<String> = []) -> RuleStop? {
    if let stop = stopOfRelative(rule) { return stop }
    if let stop = stopOfChild(rule), stop.reason != .missing { return stop }
    if let stop = stopOfSight(rule) ?? stopOfReason(rule) ?? stopOfAsks(rule) { return stop }
    let missing = missing(rule).filter { !$0.isAnswered(by: given) }
    guard !missing.isEmpty else { return stopOfReply(rule) ?? stopOfOrder(rule) }
    return RuleStop(.missing, label: rule.label, rule.citation, names: missing)
  }

  /// No consent is closed because nobody may look at it, and nobody says that nobody came who may not see who did.
  private func stopOfSight(_ rule: StepRule) -> RuleStop? {
    guard rule.guards.terms.contains(.special(.consentsClosed)) else { return nil }
    let end = end(rule)
    let asked =
      Self.consentDays + (end?.endsAll == true ? ConsentEnding.looksAt : [])
      + (end == .neverCame ? FileEnd.signsOfArrival : [])
    let hidden = asked.filter { !look.sees([$0]) }.compactMap { book[$0] }
    return hidden.isEmpty
      ? nil
      : RuleStop(
        .notSeen, .restricted, label: rule.label, rule.citation, names: hidden.map(StopName.field))
  }

  /// What tells whether a consent stands.
  static let consentDays = [
    "consent.given_at", "consent.withdrawn_at", "consent.ended_at", "consent.expires_at",
  ]

  /// Nobody is identified against what the police answered since.
  private func stopOfReply(_ rule: StepRule) -> RuleStop? {
    rule.guards.fields.contains("identification.decision")
      ? ReplyCheck(file: look.records).stop : nil
  }

  /// Days that cannot be in that order: whoever recorded one may not have seen the other.
  private func stopOfOrder(_ rule: StepRule) -> RuleStop? {
    let asked = Set(rule.guards.fields)
    let fault = DateOrder(look.records).faults { _, _ in true }.first { fault in
      [fault.pair.earlier, fault.pair.later].contains { asked.contains($0.qualifiedName) }
    }
    return fault.map {
      RuleStop(
        .tooEarly, label: rule.label, rule.citation,
        names: [.field($0.pair.later), .field($0.pair.earlier)])
    }
  }

  /// Nobody agrees to what they wrote themselves (design, "Two people": the approver is not the author),
  /// whoever asked for the step.
  func stop(_ rule: StepRule, agreedBy member: MemberID) -> RuleStop? {
    let decided = book.ids(rule.guards.fields).filter { field in
      ["identification", "closure"].contains(book[field]?.entityName)
    }
    let isOwn = look.records.records.contains { record in
      let counts = record.entity != openClosure(rule)?.entity || record.id == openClosure(rule)?.id
      return counts
        && decided.contains { record.writers[$0] == member && record.values[$0]?.state == .given }
    }
    return isOwn ? RuleStop(.ownDecision, .secondPerson, label: rule.label, rule.citation) : nil
  }

  // MARK: Conditions

  /// The record that closes the file now, or reopens it: of several the one that says nothing yet of
  /// having done so. An old closure must not close a reopened file again.
  func openClosure(_ rule: StepRule) -> CaseRecords.Record? {
    guard rule.touchesClosure, let closed = book["closure.closed_at"],
      let reopened = book["closure.reopened_at"]
    else { return nil }
    let stamp = rule.to == "closed" ? closed : reopened
    let open = look.records.records(holding: "closure.closed_at").filter {
      $0.values[stamp.id]?.state != .given
    }
    // None: a record that holds nothing, so that nothing of an older one counts.
    return open.last ?? CaseRecords.Record(id: nil, entity: closed.entity, values: [:])
  }

  private func holds(_ what: RuleCondition.Special, _ rule: StepRule) -> Bool {
    switch what {
    case .noOpenClock: openDuties(rule).isEmpty
    case .consentsClosed: end(rule)?.endsAll == true || liveConsents.isEmpty
    case .transferAccepted: isTransferAccepted
    case .wasStatus(let codes): codes.contains(look.code("case.former_status") ?? "")
    case .minor: look.records.isMinor(on: now.dayInVietnam)
    case .child: look.records.isChild(on: now.dayInVietnam)
    case .identified: look.records.isIdentified
    case .outgrown: false
    }
  }

  /// Duties that still run; a window or a reminder keeps no file open. Of a clock whose fields this member
  /// does not see the sealed list counts: else what is kept from them would not keep the file open.
  var runningDuties: [ClockRule] {
    let known = DueItem.all(in: look.value("case.due"))
    let items = DueReckoning(book, readable: look.readable)
      .items(look.records, known: known, at: now)
    return items.compactMap { item in
      guard let rule = book.clocks[item.clock], rule.kind == .duty,
        item.standing(rule, at: now)?.isOpen == true
      else { return nil }
      return rule
    }
  }

  /// Of those the ones that the closure does not end.
  private func openDuties(_ rule: StepRule) -> [ClockRule] {
    guard let end = end(rule) else { return runningDuties }
    return runningDuties.filter { !end.ends($0) }
  }

  var liveConsents: [CaseRecords.Record] {
    look.records.records(holding: "consent.given_at").filter { record in
      func given(_ name: String) -> FieldValue? {
        book[name].flatMap { record.values[$0.id] }.flatMap { $0.state == .given ? $0 : nil }
      }
      guard given("consent.given_at") != nil, given("consent.withdrawn_at") == nil,
        given("consent.ended_at") == nil
      else {
        return false
      }
      guard case .date(let text) = given("consent.expires_at"),
        let last = (try? PartialDate(text))?.latest
      else { return true }
      return last >= now.dayInVietnam
    }
  }

  private func names(_ term: RuleCondition.Term, _ rule: StepRule) -> [StopName] {
    switch term {
    case .given(let names): book.alternatives(names)
    case .code(let name, let codes):
      [book[name]].compactMap(\.self).map(StopName.field)
        + codes.compactMap { book.name(of: $0, in: name) }
    case .special(.noOpenClock): openDuties(rule).map { .clock($0) }
    case .special(let what): [.condition(what)]
    }
  }
}

extension StepRule {
  /// Closing and reopening are recorded in a form of their own, one record each time.
  var touchesClosure: Bool { to == "closed" || from == "closed" }
}

extension RuleBook {
  func name(ofStatus code: String) -> StopName? { name(of: code, in: "case.status") }

  /// A code of a field's list, with its label.
  func name(of code: String, in field: String) -> StopName? {
    guard let list = self[field]?.codes, let found = codeLists[list]?[code] else {
      return nil
    }
    return .code(code, found.label)
  }

  /// Every field that a step looks at.
  var stepFields: Set<FieldID> {
    let names = steps.steps.flatMap(\.guards.fields)
    return ids(
      names + ["closure.closed_at", "closure.reopened_at", "case.former_status"]
        + CaseRecords.ofRuleDay + StepDesk.ofReturn + ReplyCheck.looksAt + StepDesk.consentDays
        + RepresentativeNote.looksAt
        + PrincipalRow.looksAt)
  }

  /// Beside those, what a closure can end.
  var closingFields: Set<FieldID> {
    ids(
      ["link.case_ref", "link.kind"] + ConsentEnding.looksAt + FileEnd.looksAt
        + FileEnd.signsOfArrival)
  }
}
