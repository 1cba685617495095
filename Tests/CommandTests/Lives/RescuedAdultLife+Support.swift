import Testing

extension RescuedAdultLife {
  /// A shelter may come before its decision, a guard may not; who refuses protection signs for it.
  static let protection: [LifeStep] = [
    .refused(
      "mai", "protection record CASE",
      "measure.kind: guard; measure.urgent: yes; measure.from: {+0}", why: "not_urgent",
      law: "project choice"),
    .refused(
      "mai", "protection record CASE", "measure.kind: shelter; measure.from: {+0}", why: "missing"),
    .does(
      "mai", "protection record CASE",
      """
      risk_own_words: Sợ người môi giới tìm đến; risk_level: high
      shelter: Nhà tạm lánh Ví Dụ
      """),
    .does(
      "mai", "protection record CASE",
      "measure.kind: shelter; measure.urgent: yes; measure.from: {+0}"),
    .does(
      "mai", "due", shows: [#""clock":"measure_decision","citation":"project choice""#]),
    .refused("mai", "protection record CASE", "refusal.reason: Không muốn", why: "missing"),
  ]

  /// Each category has its own row of Art. 37, and nothing is given of nothing or before she came.
  static let support: [LifeStep] = [
    .refused(
      "mai", "support record CASE", "regime: h", why: "stale_category",
      law: "Law 53/2024 Art. 37(3)"),
    .does(
      "mai", "support record CASE",
      "regime: a; item: Quần áo; quantity: 2; delivered_at: {-2 09:00}"),
    .faulty(
      "mai", "support record CASE", "regime: a; quantity: 0; delivered_at: {-60 09:00}",
      faults: "support_item.quantity not_positive", "support_item.delivered_at before_reception"),
    .does("minh", "case record CASE", "person_category: victim_vn"),
    .does("mai", "support record CASE", "regime: h; item: Học phí; schooling_year: 2026-2027"),
  ]

  /// A stay is by her own wish, one at a time, and grows by the decision of one of three and by two people.
  static let stay: [LifeStep] = [
    .refused(
      "mai", "support record CASE",
      "stay_from: {-17}; stay_need: no_residence; stay_facility: Nhà tạm lánh Ví Dụ", why: "no_wish"
    ),
    .does(
      "mai", "support record CASE",
      """
      stay_from: {-17}; stay_need: no_residence; stay_wish: yes
      stay_facility: Nhà tạm lánh Ví Dụ
      """),
    .refused(
      "mai", "support record CASE",
      """
      stay_from: {-3}; stay_need: no_residence; stay_wish: yes; stay_facility: Nhà khác
      """, why: "open_stay"),
    .does("mai", "support show CASE", shows: [#""clock":"stay","#, #""of":120"#]),
    .refused(
      "mai", "support extend CASE --until {+200} --decided-by other", why: "approver",
      law: "Decree 162/2025 Art. 17"),
    .refused("mai", "support extend CASE --until {+20} --decided-by director", why: "not_later"),
    .refused("minh", "support extend CASE --until {+200} --decided-by director", why: "other_role"),
    .does(
      "mai", "support extend CASE --until {+200} --decided-by director", keeps: ["ASKED": "entry"]),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("minh", "approval give ASKED --confirm ASKED"),
    .does(
      "mai", "support show CASE",
      shows: [#""clock":"stay_extended""#, #""stay_extended_by":"director""#]),
  ]
}
