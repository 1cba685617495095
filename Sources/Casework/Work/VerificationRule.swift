import Vault

/// Verification by the provincial police (Law 53/2024 Art. 27(2), 27(3)): asked for after the initial
/// check, where that was not enough, and answered once it was asked for.
struct VerificationRule: FormRule {
  let looksAt = [
    "case.received_at", "verification.initial_check_at", "verification.initial_check_result",
    "verification.police_request_at", "verification.police_reply_at",
    "verification.police_reply",
  ]

  /// Those who come through the commune; the initial check is of Art. 27 and not of 28, 30 or 31.
  private static let checkedFirst: Set<String> = ["self_report", "hotline111"]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.touches("verification", book)
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: looksAt)
    let file = form.after
    try checkRequest(file, form)
    try checkReply(file, form)
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

  private func checkReply(_ file: CaseRecords, _ form: CheckedChanges) throws(CaseworkError) {
    let (request, at) = ("verification.police_request_at", "verification.police_reply_at")
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
