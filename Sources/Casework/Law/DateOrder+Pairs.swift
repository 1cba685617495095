/// The pairs, by what the first of them is.
extension DateOrder {
  private static func after(_ earlier: String, _ later: [String], when: String = "") -> [Pair] {
    later.map { Pair(earlier, $0, when: when) }
  }

  /// Nothing happens to somebody before they are born.
  static let birth = after(
    "person.birth_date",
    [
      "case.received_at", "rescue.rescue_at", "statement.at", "event.date", "indicator.seen_on",
      "evidence.handed_over_at", "identification.decided_at", "consent.given_at",
      "request.received", "measure.from",
    ])

  /// What follows the arrival. A decision that a person came with is older than that, where the file shows
  /// its paper (Law 53/2024 Art. 27(2), 33(1)); what was told of a foreigner to the police may be older too
  /// (Art. 31(1)).
  static let reception =
    after(
      "case.received_at",
      [
        "case.cpc_notified_at", "case.health_agency_notified_at", "case.health_check_at",
        "reception.limits_explained_at", "verification.initial_check_at",
        "verification.police_request_at", "verification.police_reply_at",
        "identification.notice_given_at", "repatriation.foreign_affairs_told_at",
        "repatriation.immigration_told_at", "repatriation.consent_note_at",
        "repatriation.return_plan_at", "repatriation.brought_to_gate_at",
        "support_item.delivered_at", "support_item.allowance_application_at",
        "support_item.insurance_from", "stay.stay_from", "plan.reviewed_at",
        "reintegration.relatives_notified_at", "reintegration.returned_on",
      ])
    + after("case.received_at", ["measure.from"], when: "measure.urgent=yes")
    + after(
      "case.received_at", ["identification.decided_at"],
      when: "verification.initial_check_result=sufficient|insufficient|-")

  /// Asked for after the initial check, answered after it was asked for (Art. 27(2), 27(3)).
  static let verification =
    after("verification.initial_check_at", ["verification.police_request_at"]) + [
      Pair("verification.police_request_at", "verification.police_reply_at", isExact: true)
    ]

  /// Decided after the police were asked, for nobody asks them while there is a paper (Art. 27(2)), and after
  /// they answered where they decide (Art. 27(4)); told to the person after that.
  static let decision =
    after(
      "verification.police_request_at", ["identification.decided_at"],
      when: "verification.initial_check_result=sufficient|insufficient|-")
    + [
      Pair(
        "verification.police_reply_at", "identification.decided_at",
        when:
          "verification.police_reply=victim|not_victim;identification.decided_by=provincial_police|-",
        isOnlyWithinLimit: true)
    ]
    + after("identification.decided_at", ["identification.notice_given_at"])

  /// Freed, then handed over (Art. 28(1)); of a foreigner the note of the other state, the plan and the way to
  /// the border, in the order of Art. 31(1), 31(4), 31(5), 31(6).
  static let rescue =
    after("rescue.rescue_at", ["rescue.handover_at"])
    + after("rescue.rescue_at", ["case.received_at"], when: "case.entry_path=rescued")
    + after(
      "repatriation.police_told_at",
      [
        "repatriation.consent_note_at", "repatriation.return_plan_at",
        "repatriation.brought_to_gate_at",
      ])
    + after(
      "repatriation.consent_note_at",
      ["repatriation.return_plan_at", "repatriation.brought_to_gate_at"])
    + after("repatriation.return_plan_at", ["repatriation.brought_to_gate_at"])

  /// Beginnings and their ends.
  static let care =
    after("stay.stay_from", ["stay.stay_to", "stay.stay_extended_to"])
    + after("measure.from", ["measure.to", "measure.end_reviewed_at"])
    + after(
      "reintegration.returned_on",
      [1, 3, 6, 12].map { "reintegration.follow_up_\($0)_at" })
    + after("residence.from", ["residence.to"])
    + after("origin.from", ["origin.to"])
    + after(
      "support_item.allowance_application_at",
      ["support_item.delivered_at", "support_item.refused_at"])
}
