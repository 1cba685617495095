import Vault

/// A decision beside what the police answered. They verify, answer in writing and issue the paper of what they
/// found (Law 53/2024 Art. 27(3), 27(4)): nobody decides the contrary in their name. Another body whose paper
/// the law knows (Art. 33(1)) may have decided otherwise; then the reason is recorded.
struct ReplyCheck {
  let file: CaseRecords

  static let looksAt = [
    "verification.police_reply", "identification.decision", "identification.decided_by",
    "identification.decision_reason",
  ]

  private static let otherBodies: Set<String> = [
    "rescue_body", "receiving_body", "procedural_body", "foreign_body",
  ]

  /// Why the decision cannot stand beside the answer, or nil.
  var stop: RuleStop? {
    let reply = "verification.police_reply"
    guard let answer = file.code(reply), ["victim", "not_victim"].contains(answer),
      let decision = file.code("identification.decision"), decision != answer,
      !isOfAnotherBody
    else { return nil }
    return file.book.stop(
      .contradictsReply, about: reply,
      names: [file.book.name(of: answer, in: reply)].compactMap(\.self))
  }

  private var isOfAnotherBody: Bool {
    let body = file.code("identification.decided_by") ?? ""
    return Self.otherBodies.contains(body) && file.isGiven("identification.decision_reason")
  }
}
