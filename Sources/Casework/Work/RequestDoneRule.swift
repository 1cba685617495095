import Vault

/// A request ends with what was asked for, or with a ground for not doing it, and not with a word (Decree
/// 356/2025 Art. 5). What the file itself does not show, the log is asked for (`Casework.stopOfUndone`).
struct RequestDoneRule: FormRule {
  let looksAt = Request.looksAt + Consent.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.touches("request", book) && !changes.fields.isDisjoint(with: book.ids(["request.done"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for request in Self.ended(by: form) {
      if request.wantsPage, form.changes.page == nil {
        throw .stopped(request.stop(.answeredByPage))
      }
      guard request.kind == "withdraw" else { continue }
      try form.requireSight(of: StepDesk.consentDays + ["consent.giver"])
      guard request.standingConsents(on: form.today).isEmpty else {
        throw .stopped(request.stop(.consentsStand))
      }
    }
  }

  /// The requests that these changes end as done.
  static func ended(by form: CheckedChanges) -> [Request] {
    let file = form.after
    return form.records("request").filter { form.changes(["request.done"], of: $0.change) }
      .map { Request(record: $0.record, records: file) }
      .filter { $0.isDone && !$0.isRefused }
  }
}

extension Casework {
  /// Whether nothing of what was asked for was done since the request came.
  func stopOfUndone(
    _ form: CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    // That limits were counted, somebody got the case or something was given on puts nothing right.
    let lists = ["case.due", "case.owner", "case.pending", "case.transfer"]
    let program = book.ids(lists).union(
      book.fields.filter { $0.entityName == "release" }.map(\.id))
    for request in RequestDoneRule.ended(by: form) where !request.deeds.isEmpty {
      guard let since = request.since else { continue }
      let isDone = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.wasDone(
          request.deeds, beside: program, in: id, since: since.seconds, as: session)
      }
      if !isDone { return request.stop(.nothingDone) }
    }
    return nil
  }
}
