import Vault

/// Verification by the provincial police (Law 53/2024 Art. 27(2), 27(3)): asked for after the initial
/// check, where that was not enough, and answered once it was asked for.
struct VerificationRule: FormRule {
  private static let sighted = [
    "case.received_at", "verification.initial_check_at", "verification.initial_check_result",
    "verification.police_request_at", "verification.police_reply_at",
    "verification.police_reply",
  ]

  let looksAt =
    Self.sighted + [
      "extension.step", "extension.decided_at", "identification.decision", "case.former_status",
    ]

  /// Those who come through the commune; the initial check is of Art. 27 and not of 28, 30 or 31.
  private static let checkedFirst: Set<String> = ["self_report", "hotline111"]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.touches("verification", book)
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: Self.sighted)
    let file = form.after
    try checkRequest(file, form)
    try checkStands(file, form)
    try checkReply(file, form)
    try checkContrary(file, &form)
  }

  private func checkRequest(
    _ file: CaseRecords, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let (request, result) = ("verification.police_request_at", "verification.initial_check_result")
    guard let path = file.code("case.entry_path"), Self.checkedFirst.contains(path),
      form.isNewlyGiven(request), file.code(result) != "insufficient"
    else { return }
    let code = [form.book.name(of: "insufficient", in: result)].compactMap(\.self)
    throw .stopped(
      form.book.stop(.missing, about: request, names: form.book.named([result]) + code))
  }

  private func isAnswered(_ file: CaseRecords) -> Bool {
    ["victim", "not_victim"].contains(file.code("verification.police_reply") ?? "")
  }

  /// The day of the request is that from which the police have their limit. It is put right, and not taken
  /// away once that is over, was lengthened or was answered; nor does it move to after what lengthened it.
  private func checkStands(_ file: CaseRecords, _ form: CheckedChanges) throws(CaseworkError) {
    let request = "verification.police_request_at"
    let before = form.look.records
    guard let asked = before.moment(request) else { return }
    try checkResult(file, form)
    let extensions = file.records(holding: "extension.step")
    guard let moved = file.moment(request) else {
      let limit = before.limitOfPolice(from: asked)
      let isOver = limit.map { form.now >= $0.end } ?? false
      guard !extensions.isEmpty || isAnswered(file) || isOver else { return }
      throw .stopped(form.book.stop(.restsOnIt, about: request, names: form.book.named([request])))
    }
    guard moved != asked, let decided = form.book["extension.decided_at"],
      extensions.contains(where: {
        file.date(decided.qualifiedName, in: $0)?.isCertainlyBefore(PartialDate(moved.dayInVietnam))
          ?? false
      })
    else { return }
    throw .form([
      FieldFault(field: request, fault: .tooLate, beside: decided, citation: decided.citation)
    ])
  }

  /// Nor does what they were asked for want of: only a paper that turns up changes it.
  private func checkResult(_ file: CaseRecords, _ form: CheckedChanges) throws(CaseworkError) {
    let result = "verification.initial_check_result"
    guard form.look.code(result) == "insufficient",
      !["insufficient", "certificate_present"].contains(file.code(result) ?? "")
    else { return }
    throw .stopped(form.book.stop(.restsOnIt, about: result, names: form.book.named([result])))
  }

  /// What a step was taken on is not turned into its contrary. Before that the police may have answered anew:
  /// with the day of that paper, and whoever looks is told of it.
  private func checkContrary(
    _ file: CaseRecords, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    let (reply, at) = ("verification.police_reply", "verification.police_reply_at")
    let before = form.look.records
    guard isAnswered(before), file.code(reply) != before.code(reply) else { return }
    try form.requireSight(of: ["identification.decision"])
    if rests(on: before, form) {
      throw .stopped(form.book.stop(.replyStands, about: reply, names: form.book.named([reply])))
    }
    guard isAnswered(file), let field = form.book[reply] else { return }
    guard let day = form.book[at]?.id,
      form.changed("verification").contains(where: { $0.fields[day]?.state == .given })
    else { throw .stopped(form.book.stop(.missing, about: at, names: form.book.named([at]))) }
    form.notes.append(RuleNote(.replyChanged, field.citation, names: [.field(field)]))
  }

  /// Whether the file stands where it does because of the answer. Who does not see where that is, as the
  /// police, sees what was decided. Where another body decided otherwise, nothing rests on it.
  private func rests(on file: CaseRecords, _ form: CheckedChanges) -> Bool {
    let decided = file.code("identification.decision")
    guard decided == nil || decided == file.code("verification.police_reply") else { return false }
    guard form.seesStatus else { return decided != nil }
    return ["identified", "not_identified", "reintegration"].contains(file.standing ?? "")
  }

  private func checkReply(_ file: CaseRecords, _ form: CheckedChanges) throws(CaseworkError) {
    let (request, at) = ("verification.police_request_at", "verification.police_reply_at")
    // An answer has its day: without it nobody could tell whether it came in time.
    guard file.isGiven(at) || !isAnswered(file) || !form.look.records.isGiven(at) else {
      throw .stopped(form.book.stop(.restsOnIt, about: at, names: form.book.named([at])))
    }
    guard form.isNewlyGiven(at) || form.isNewlyGiven("verification.police_reply") else { return }
    guard !file.isGiven(request) else { return }
    throw .stopped(form.book.stop(.missing, about: at, names: form.book.named([request])))
  }
}

extension CheckedChanges {
  /// Whether a field that stands once in a case is given another value now.
  func isNewlyGiven(_ name: String) -> Bool {
    guard let field = book[name] else { return false }
    let given = changes.records.compactMap { $0.fields[field.id] }.first { $0.state == .given }
    return given.map { look.value(name) != $0 } ?? false
  }
}
