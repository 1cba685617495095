import Vault

/// Whether what was asked for was done, or why not (Decree 356/2025 Art. 5): an answer alone is not what
/// somebody asked for.
extension Request {
  /// The grounds on which each kind may be left undone. Giving data may harm somebody else (Law 91/2025 Art.
  /// 15(2)(a)), some are not erased (Art. 14(2)), a correction or an erasure can be impossible (Art. 13(3),
  /// 14(5)), and what is processed without consent is not ended by it (Decree 356/2025 Art. 5(2)). That a part
  /// alone was done, that the request was taken back, or what else stands against it, is said as it is.
  static let grounds: [String: Set<String>] = [
    "access": ["endangers_other", "taken_back"],
    "provide": ["endangers_other", "taken_back"],
    "correct": ["cannot_be_done", "partly", "taken_back", "other"],
    "delete": ["kept_by_law", "cannot_be_done", "partly", "taken_back", "other"],
    "withdraw": ["without_consent", "partly", "taken_back", "other"],
    "restrict": ["without_consent", "partly", "taken_back", "other"],
    "object": ["without_consent", "partly", "taken_back", "other"],
    "protect": ["partly", "taken_back", "other"],
  ]

  /// Whoever asked may not act for the person (Law 91/2025 Art. 24(2); design: "a representative can be the
  /// perpetrator"): that is a ground for whatever they ask, and where it is so the only one beside taking it back.
  static let notTheirs = "not_theirs"

  /// Whether it is refused to somebody who may not ask, or was taken back by them: nothing is served by that.
  var isTurnedAway: Bool {
    let refusal = records.text("request.refusal", in: record)
    return refusal == Self.notTheirs || refusal == "taken_back"
  }

  var isRefused: Bool { records.given("request.refusal", in: record) != nil }

  /// Who asks to see or to have their data gets the page.
  var wantsPage: Bool { kind.map(Self.ofPage.contains) ?? false }

  static let ofPage: Set<String> = ["access", "provide"]

  /// What does what was asked for, as the log names it: one of them, since the request came. Empty where
  /// nothing that the log tells apart does.
  var deeds: Set<CaseAct> {
    switch kind {
    case "correct": [.record, .link]
    case "delete": [.erase]
    case "restrict", "object": [.restrictionSet, .consentWithdraw, .referralRevoke]
    default: []
    }
  }

  /// The first moment of the day on which it was received: what is done at the desk is often done before the
  /// paper is written.
  var since: Moment? {
    records.moment("request.received", in: record).map { Moment(startOf: $0.dayInVietnam) }
  }

  /// Consents that whoever asks gave themselves and that still count. Where nobody wrote down who asks it is
  /// every one.
  func standingConsents(on day: CalendarDay) -> [Consent] {
    records.records(of: "consent").map { Consent(record: $0, records: records) }.filter {
      $0.stands(on: day) && isGiver(of: $0)
    }
  }

  private func isGiver(of consent: Consent) -> Bool {
    switch records.text("request.requester", in: record) {
    case nil: true
    case "representative":
      consent.isByRepresentative
        && records.given("request.representative_ref", in: record)
          == records.given("consent.representative_ref", in: consent.record)
    // A child's own word is one of the two that theirs rests on (Law 91/2025 Art. 24(3)).
    default:
      !consent.isByRepresentative || consent.isConfirmed
        || records.isYes("consent.child_agreed", in: consent.record)
    }
  }

  func stop(_ reason: StopReason) -> RuleStop {
    RuleStop(
      reason, .state, .requests,
      names: [kind.flatMap { records.book.name(of: $0, in: "request.kind") }].compactMap(\.self))
  }

  /// What an answer in words leaves to be made sure of, where neither the file nor the log can tell.
  var notesOfAnswer: [RuleNote] {
    guard !isRefused, kind == "protect" else { return [] }
    return [RuleNote(.onlyAnswered, .requests, names: stop(.nothingDone).names)]
  }
}
