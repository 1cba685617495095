import Vault

/// The decision whether somebody is a victim: on evidence (Law 53/2024 Art. 32(1)), of somebody who is in
/// process or came with a paper (Art. 27(2), 33(1)), and once it stands never changed in silence.
struct IdentificationRule: FormRule {
  let looksAt = [
    "case.received_at", "identification.evidence_source", "identification.decision",
    "identification.decided_by", "identification.decided_at", "identification.certificate_no",
    "identification.decision_reason", "verification.initial_check_result",
    "verification.police_request_at", "verification.police_reply",
  ]

  /// What the decision is made of.
  private static let decision = [
    "identification.decision", "identification.decided_by", "identification.decided_at",
    "identification.certificate_no",
  ]
  private static let decidedStatuses: Set<String> = [
    "identified", "not_identified", "reintegration", "closed", "transferred", "reopened",
  ]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(Self.decision))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: looksAt)
    let changed = Self.decision.filter { changes($0, form) }
    guard !changed.isEmpty else { return }
    let status = form.look.code("case.status") ?? ""
    if Self.decidedStatuses.contains(status) || (!form.seesStatus && isDecided(form)) {
      return try checkCorrection(changed, form)
    }
    guard isInProcess(status, form) || (status == "received" && hasPaper(form)) else {
      throw .stopped(
        form.book.stop(
          .notInProcess, about: Self.decision[0],
          names: form.book.named(["case.status", "verification.initial_check_result"])))
    }
    try checkEvidence(form)
    if let stop = ReplyCheck(file: form.after).stop ?? LawNote.stop(form.after) {
      throw .stopped(stop)
    }
    if form.after.code("identification.decision") == "victim",
      form.after.isGiven("identification.decided_at")
    {
      form.notes += LawNote.notes(form.after)
    }
  }

  /// Another answer than the one that stands: also one that takes it away.
  private func changes(_ name: String, _ form: CheckedChanges) -> Bool {
    guard let field = form.book[name] else { return false }
    return form.changes.records.contains { change in
      guard let value = change.fields[field.id] else { return false }
      return form.look.value(name).map { $0 != value } ?? (value.state == .given)
    }
  }

  /// The police do not see where a file stands; that they were asked to verify shows it.
  private func isInProcess(_ status: String, _ form: CheckedChanges) -> Bool {
    form.seesStatus
      ? status == "in_process" : form.look.records.isGiven("verification.police_request_at")
  }

  private func isDecided(_ form: CheckedChanges) -> Bool {
    form.look.records.isGiven("identification.decision")
  }

  private func hasPaper(_ form: CheckedChanges) -> Bool {
    form.after.code("verification.initial_check_result") == "certificate_present"
  }

  // MARK: What stands

  /// A slip of the pen in a number or a day may be put right, with the reason in the same form; what was
  /// decided may not: that took two people, and takes a new decision.
  private func checkCorrection(
    _ changed: [String], _ form: CheckedChanges
  ) throws(CaseworkError) {
    let (decision, reason) = ("identification.decision", "identification.decision_reason")
    guard !changed.contains(decision) else {
      throw .stopped(
        form.book.stop(.decisionStands, about: decision, names: form.book.named([decision])))
    }
    // What is recorded for the first time, however late, corrects nothing.
    let isFirst = changed.allSatisfy { form.look.value($0)?.state != .given }
    guard isFirst || form.isNewlyGiven(reason) else {
      throw .stopped(
        form.book.stop(.decided, about: changed[0], names: form.book.named([reason])))
    }
    if let stop = ReplyCheck(file: form.after).stop ?? LawNote.stop(form.after) {
      throw .stopped(stop)
    }
  }

  // MARK: What is decided

  private func checkEvidence(_ form: CheckedChanges) throws(CaseworkError) {
    let evidence = "identification.evidence_source"
    let file = form.after
    guard file.code("identification.decision") == "victim", !hasPaper(form),
      !file.isGiven(evidence)
    else { return }
    throw .stopped(
      form.book.stop(.missing, about: evidence, names: form.book.named([evidence])))
  }
}
