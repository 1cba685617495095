import Testing

/// A man from Laos who was trafficked in Viet Nam (Law 53/2024 Art. 31): the provincial police told at once, a
/// paper of the rescuing body, six regimes and no more, and back over the border by his own wish.
struct ForeignerLife: Life {
  let person = "Somsak Vi Du"
  let people = [
    ("thu", "lead"), ("duc", "duty"), ("mai", "social_worker"), ("hanh", "health_staff"),
    ("son", "police"), ("binh", "auditor"),
  ]

  func steps(_ run: LifeRun) -> [LifeStep] {
    Self.reception + Self.identification + Self.support + Self.consent
      + (run == .asItIs ? Self.shareEnds : Self.withdrawal) + Self.rights + Self.home
      + (run == .asItIs ? Self.consentEnds : []) + Self.closing
  }

  /// Whoever meets him tells the provincial police at once (Art. 31(1)): the limit that runs from the first hour.
  static let reception: [LifeStep] = [
    .faulty(
      "mai", "case open", "entry_path: foreigner; nationality: ZZ",
      faults: "nationality unknown_country"),
    .does(
      "mai", "case open --new",
      """
      received_at: {-4 08:30}; entry_path: foreigner; receiving_unit: 79
      full_name: Somsak Vi Du; birth_date: 1995; sex: male; nationality: LAO
      reporter_kind: other; preferred_language: lao; interpreter.name: Chị Ví Dụ
      interpreter.language: lao; interpreter.conflict: no
      urgent_needs: [shelter, medical]
      """, keeps: ["CASE": "case"]),
    .does(
      "mai", "due", shows: [#""clock":"foreigner_report","citation":"Law 53/2024 Art. 31(1)""#]),
    .refused("hanh", "rescue record CASE", "police_told_at: {-4 08:45}", why: "not_assigned"),
    .faulty(
      "mai", "rescue record CASE", "police_told_at: {+1 08:45}",
      faults: "police_told_at in_the_future"),
    .does("mai", "rescue record CASE", "police_told_at: {-4 08:45}"),
    .does(
      "mai", "case show CASE",
      hides: ["foreigner_report", #""clock":"initial_check""#, "bring_to_cpc"]),
    .does("mai", "reception record CASE", "limits_explained_at: {-4 10:00}"),
    .does(
      "mai", "support record CASE",
      "regime: c; item: Phiên dịch tiếng Lào; quantity: 1; delivered_at: {-4 10:00}"),
    .refused(
      "mai", "support record CASE", "regime: e", why: "before_category",
      law: "Law 53/2024 Art. 27(1)"),
    .refused(
      "minh", "identification record CASE", "decision: victim; certificate_no: 9/GXN",
      why: "not_in_process"),
    .refused(
      "minh", "case record CASE", "person_category: minor_accompanying_victim", why: "of_age",
      law: "Law 53/2024 Art. 37"),
    .does("minh", "case record CASE", "person_category: foreigner"),
    .refused("minh", "case step CASE in_process", why: "missing"),
    .does("mai", "reception record CASE", "health_agency_notified_at: {-4 11:00}"),
  ]

  /// The rescuing body gave a paper: no process, but the same two people.
  static let identification: [LifeStep] = [
    .refused("minh", "case step CASE identified", why: "missing"),
    .does("minh", "verification record CASE", "initial_check_result: certificate_present"),
    .refused("mai", "identification record CASE", "certificate_no: 9/GXN", why: "class"),
    .does(
      "minh", "identification record CASE",
      """
      decision: victim; decided_by: rescue_body; decided_at: {-3}; certificate_no: 9/GXN
      """),
    .does("minh", "case step CASE identified", keeps: ["ASKED": "entry"]),
    .refused("minh", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("thu", "approval refuse ASKED --confirm ASKED"),
    // Whoever asks: the decision that she wrote is not hers to agree to.
    .does("thu", "case step CASE identified", keeps: ["ASKED": "entry"]),
    .refused("minh", "approval give ASKED --confirm ASKED", why: "own_decision"),
    .does("minh", "case step CASE identified", keeps: ["ASKED": "entry"]),
    .does("thu", "approval give ASKED --confirm ASKED"),
  ]

  /// Art. 37(4): a, b, c, d, đ and g, case by case; no travel costs, school, trade or allowance.
  static let support: [LifeStep] = [
    .refused(
      "mai", "support record CASE", "regime: e", why: "not_entitled", law: "Law 53/2024 Art. 37(4)"),
    .refused(
      "mai", "support record CASE", "regime: h", why: "not_entitled", law: "Law 53/2024 Art. 37(4)"),
    .refused(
      "mai", "support record CASE", "regime: i", why: "not_entitled", law: "Law 53/2024 Art. 37(4)"),
    .refused(
      "mai", "support record CASE", "regime: k", why: "not_entitled", law: "Law 53/2024 Art. 37(4)"),
    .does(
      "mai", "support record CASE", "regime: a; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"),
    .does(
      "mai", "support record CASE", "regime: b; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"),
    .does(
      "mai", "support record CASE", "regime: c; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"),
    .does(
      "mai", "support record CASE", "regime: d; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"),
    .does(
      "mai", "support record CASE", "regime: dd; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"
    ),
    .does(
      "mai", "support record CASE", "regime: g; item: Ví dụ; quantity: 1; delivered_at: {-2 10:00}"),
    .does(
      "mai", "support record CASE",
      """
      stay_from: {-4}; stay_need: no_residence; stay_wish: yes
      stay_facility: Nhà tạm lánh Ví Dụ
      """),
    .does("mai", "support show CASE", keeps: ["STAY": "stay.record"]),
    .faulty(
      "mai", "protection record CASE",
      "refusal.reason: Muốn về nước sớm; refusal.undertaking_ref: hanh",
      faults: "refusal.undertaking_ref not_a_paper"),
    .refused(
      "mai", "protection record CASE",
      "refusal.reason: Muốn về nước sớm; refusal.undertaking_ref: 12/CK-VD", why: "missing",
      law: "Law 53/2024 Art. 34"),
    .does(
      "mai", "protection record CASE",
      """
      refusal.reason: Muốn về nước sớm; refusal.undertaking_ref: 12/CK-VD
      refusal.undertaking_place: Tủ hồ sơ số 3
      """),
  ]
}
